package org.jiujin.kiosk.screen.problem;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;

/// Draws [State.NotFiled]: that nothing was filed, that nothing is lost, and what can be done.
public final class ProblemView implements Screen<State.NotFiled> {
  private final Setting setting;
  private final Frame root;

  public ProblemView(Setting setting, ProblemModel model) {
    this.setting = setting;
    var code = Parts.words(setting.text("problem.code", model.code()), "case-number", "centred");
    code.setId("problem.code");
    var card =
        Parts.card(code, Parts.words(setting.text("problem.tellCode"), "told-line", "centred"));
    var end =
        KioskButton.of(
                KioskButton.Kind.SECONDARY, "problem.end", setting.text("header.end"), model::end)
            .withIcon(Icon.Shape.END);
    end.setMaxWidth(Double.MAX_VALUE);
    var body =
        Parts.column(
            "cue-body-column",
            Parts.spring(),
            Parts.badge(Icon.Shape.WARNING, "badge-warn", "badge-huge"),
            Parts.words(setting.text("problem.title"), "cue-title", "centred"),
            Parts.words(setting.text("problem.hint"), "cue-hint", "centred"),
            card,
            Parts.spring(),
            end);
    body.setAlignment(Pos.TOP_CENTER);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()), setting.text("problem.heading"), ""),
            body,
            List.of(
                Actions.back(setting, "problem", model::goBack),
                Actions.help(setting, "problem"),
                Actions.next(setting, "problem", "problem.retry", model::goOn)
                    .withIcon(Icon.Shape.RETRY)));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.NotFiled state) {
    // A new failure is a new screen.
  }

  @Override
  public String spoken() {
    return setting.text("voice.problem");
  }
}
