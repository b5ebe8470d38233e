package org.jiujin.kiosk.screen.form;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.ChoiceList;

/// One of several options, or yes and no.
final class ChoicePart implements FieldPart {
  private final FormModel model;
  private final FormField field;
  private final ChoiceList list;
  private final Label error;
  private final Setting setting;

  ChoicePart(Setting setting, FormModel model, FormField field, List<FieldKind.Option> options) {
    this.setting = setting;
    this.model = model;
    this.field = field;
    this.error = FieldTexts.error(field);
    var choices =
        options.stream()
            .map(option -> new ChoiceList.Choice(option.id(), option.label(), option.hint()))
            .toList();
    list =
        new ChoiceList(
            "form." + field.id(), choices, model.value(field), value -> model.answer(field, value));
    refresh();
  }

  @Override
  public List<Node> nodes() {
    var nodes = new ArrayList<Node>(list.rows());
    nodes.add(error);
    return nodes;
  }

  @Override
  public void refresh() {
    list.mark(model.value(field));
    FieldTexts.show(error, model.errorKey(field).map(setting::text).orElse(""));
  }
}
