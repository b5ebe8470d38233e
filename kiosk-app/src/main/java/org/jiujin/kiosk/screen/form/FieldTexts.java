package org.jiujin.kiosk.screen.form;

import javafx.scene.control.Label;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.Parts;

/// The words around a field.
final class FieldTexts {
  private FieldTexts() {}

  /// Where the field's error will stand.
  static Label error(FormField field) {
    Label error = Parts.words("", "field-error");
    error.setId("form." + field.id() + ".error");
    error.setGraphic(new Icon(Icon.Shape.WARNING));
    return error;
  }

  /// Shows an error, or takes it away with its room.
  static void show(Label error, String words) {
    error.setText(words);
    error.setVisible(!words.isEmpty());
    error.setManaged(!words.isEmpty());
  }
}
