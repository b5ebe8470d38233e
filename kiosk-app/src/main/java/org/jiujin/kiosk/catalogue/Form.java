package org.jiujin.kiosk.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The one form of a matter (一表申请).
///
/// @param fromCard fields that nobody types: they are taken from the identity card and shown in the summary
/// @param steps the pages of the form, each one question or few; never empty
public record Form(List<FormField> fromCard, List<FormStep> steps) {
  public Form {
    fromCard = List.copyOf(fromCard);
    steps = List.copyOf(steps);
  }

  /// Every field, those from the card first.
  public Stream<FormField> fields() {
    return Stream.concat(fromCard.stream(), steps.stream().flatMap(step -> step.fields().stream()));
  }

  /// The field with this id, if there is one.
  public Optional<FormField> field(String id) {
    return fields().filter(field -> field.id().equals(id)).findFirst();
  }
}
