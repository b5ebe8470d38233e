package org.jiujin.kiosk.catalogue;

import java.util.List;
import java.util.Map;

/// One page of a form.
///
/// @param title the question, as one would ask it
/// @param hint a sentence below it; may be empty
/// @param provenance of the page's fields and options
/// @param fields never empty
public record FormStep(
    String id, String title, String hint, Provenance provenance, List<FormField> fields) {
  public FormStep {
    fields = List.copyOf(fields);
  }

  /// The fields to show now: a field may depend on an earlier answer.
  ///
  /// @param answers answers by field id
  public List<FormField> fieldsFor(Map<String, String> answers) {
    return fields.stream().filter(field -> field.appliesTo(answers)).toList();
  }
}
