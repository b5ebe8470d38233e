package org.jiujin.kiosk.screen.form;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.DigitKeypad;
import org.jiujin.kiosk.screen.kit.Parts;

/// Digits in a box, with the keypad below.
final class DigitsPart implements FieldPart {
  private final Setting setting;
  private final FormModel model;
  private final FormField field;
  private final Typed typed;
  private final Label value = Parts.words("", "input-number");
  private final Label error;
  private final VBox node;

  /// How typed digits and the answer belong together.
  ///
  /// @param most how many digits fit
  record Typed(int most, UnaryOperator<String> toAnswer) {}

  DigitsPart(Setting setting, FormModel model, FormField field, Typed typed) {
    this.setting = setting;
    this.model = model;
    this.field = field;
    this.typed = typed;
    error = FieldTexts.error(field);
    value.setId("form." + field.id());
    value.setWrapText(false);
    var keypad =
        new DigitKeypad(
            setting.texts(),
            model.value(field).replaceAll("\\D", ""),
            typed.most(),
            digits -> model.answer(field, typed.toAnswer().apply(digits)));
    keypad.setAlignment(Pos.CENTER);
    var box = Parts.row("input", value, caret(), Parts.spring(), count());
    node = Parts.column("digits", box, error, Parts.spring(), keypad);
    refresh();
  }

  private static Node caret() {
    var caret = new Region();
    caret.getStyleClass().setAll("caret");
    return caret;
  }

  private Label count() {
    Label count = Parts.words("", "input-count");
    count.textProperty().bind(value.textProperty().map(_ -> countWords()));
    return count;
  }

  private String countWords() {
    int digits = model.value(field).replaceAll("\\D", "").length();
    return setting.text("form.count", digits, typed.most());
  }

  @Override
  public List<Node> nodes() {
    return List.of(node);
  }

  @Override
  public void refresh() {
    String answer = model.value(field);
    value.setText(answer.isEmpty() ? "" : Answers.inWords(setting.texts(), field, answer));
    FieldTexts.show(error, model.errorKey(field).map(setting::text).orElse(""));
  }
}
