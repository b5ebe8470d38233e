package org.jiujin.kiosk.screen.form;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.PagedBox;

/// Draws [State.FillingForm]. The nodes stay while the page and its fields stay, so that a key under a finger is not
/// taken away by its own effect.
public final class FormView implements Screen<State.FillingForm> {
  private static final int DAY_DIGITS = 8;

  private final Setting setting;
  private final FormModel model;
  private final StackPane root = new StackPane();
  private List<String> structure = List.of();
  private List<FieldPart> parts = List.of();

  public FormView(Setting setting, FormModel model) {
    this.setting = setting;
    this.model = model;
    model.stateProperty().subscribe(_ -> draw());
  }

  private void draw() {
    if (model.structure().equals(structure)) {
      parts.forEach(FieldPart::refresh);
      return;
    }
    boolean samePage = !structure.isEmpty() && structure.getFirst().equals(model.page().id());
    boolean grown = samePage && structure.size() < model.structure().size();
    structure = model.structure();
    parts = model.fields().stream().map(this::part).toList();
    var nodes = new ArrayList<Node>();
    parts.forEach(part -> nodes.addAll(part.nodes()));
    var box = new PagedBox(setting.texts(), nodes);
    if (grown) {
      box.reveal(nodes.getLast());
    }
    root.getChildren().setAll(frame(box));
  }

  private Frame frame(PagedBox box) {
    return new Frame(
        setting.texts(),
        new Frame.Heading(
            Steps.of(setting, model.state()), model.page().title(), model.page().hint()),
        box,
        List.of(
            Actions.back(setting, "form", model::goBack),
            Actions.help(setting, "form"),
            Actions.next(setting, "form", "form.next", model::goOn)));
  }

  private FieldPart part(FormField field) {
    return switch (field.kind()) {
      case FieldKind.Choice(var options) -> new ChoicePart(setting, model, field, options);
      case FieldKind.YesNo _ -> new ChoicePart(setting, model, field, yesAndNo());
      case FieldKind.Digits(_, int max, _) ->
          new DigitsPart(setting, model, field, new DigitsPart.Typed(max, digits -> digits));
      case FieldKind.Date _ ->
          new DigitsPart(setting, model, field, new DigitsPart.Typed(DAY_DIGITS, FormView::isoDay));
      case FieldKind.Text(_, int max, _) -> text(field, max);
      case FieldKind.Address(_, int max) -> text(field, max);
    };
  }

  private TextPart text(FormField field, int most) {
    return new TextPart(
        setting,
        model,
        field,
        edited ->
            root.getChildren()
                .add(
                    new TextEditor(
                        setting,
                        new TextEditor.Job(
                            edited.label(),
                            model.value(edited),
                            most,
                            value -> model.answer(edited, value),
                            () -> root.getChildren().removeLast()))));
  }

  private List<FieldKind.Option> yesAndNo() {
    return List.of(
        new FieldKind.Option(FieldKind.YES, setting.text("form.yes"), ""),
        new FieldKind.Option(FieldKind.NO, setting.text("form.no"), ""));
  }

  /// Eight digits as a day of ISO 8601; fewer as they are.
  static String isoDay(String digits) {
    return digits.length() == DAY_DIGITS
        ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
        : digits;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.FillingForm state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.form", model.page().title());
  }
}
