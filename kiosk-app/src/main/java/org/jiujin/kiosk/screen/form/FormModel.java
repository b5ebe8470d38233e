package org.jiujin.kiosk.screen.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.FormStep;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// The page of the form at hand.
public final class FormModel extends ScreenModel<State.FillingForm> {
  public FormModel(State.FillingForm state, Consumer<Event> journey) {
    super(state, journey);
  }

  FormStep page() {
    return state().draft().matter().form().steps().get(state().page());
  }

  /// The fields that are asked for, given the answers so far.
  List<FormField> fields() {
    return page().fieldsFor(state().draft().answers());
  }

  /// What makes the page a new one: its number and its fields.
  List<String> structure() {
    return Stream.concat(Stream.of(page().id()), fields().stream().map(FormField::id)).toList();
  }

  String value(FormField field) {
    return state().draft().answer(field.id());
  }

  /// The message key of what is wrong with a field.
  Optional<String> errorKey(FormField field) {
    return Optional.ofNullable(state().errors().of(field.id()));
  }

  void answer(FormField field, String value) {
    send(new Event.Answered(field.id(), value));
  }
}
