package org.jiujin.kiosk.screen.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;

/// A text that is mostly there already, with a button to mend it.
final class TextPart implements FieldPart {
  private final Setting setting;
  private final FormModel model;
  private final FormField field;
  private final Label value = Parts.words("", "input-text");
  private final Label error;
  private final VBox node;

  /// @param editor opens the editor for this field
  TextPart(Setting setting, FormModel model, FormField field, Consumer<FormField> editor) {
    this.setting = setting;
    this.model = model;
    this.field = field;
    error = FieldTexts.error(field);
    value.setId("form." + field.id());
    var edit =
        KioskButton.of(
                KioskButton.Kind.SECONDARY,
                "form." + field.id() + ".edit",
                setting.text("fact.edit"),
                () -> editor.accept(field))
            .withIcon(Icon.Shape.PEN);
    edit.setAccessibleText(setting.text("fact.editNamed", field.label()));
    edit.setMinWidth(Region.USE_PREF_SIZE);
    var words = Parts.column("field-words", Parts.words(field.label(), "field-label"), value);
    if (!field.hint().isEmpty()) {
      words.getChildren().add(Parts.words(field.hint(), "soft"));
    }
    node = Parts.column("field", Parts.row("field-row", Parts.growing(words), edit), error);
    node.getStyleClass().add("card");
    refresh();
  }

  @Override
  public List<Node> nodes() {
    return List.of(node);
  }

  @Override
  public void refresh() {
    value.setText(Answers.inWords(setting.texts(), field, model.value(field)));
    FieldTexts.show(error, model.errorKey(field).map(setting::text).orElse(""));
  }
}
