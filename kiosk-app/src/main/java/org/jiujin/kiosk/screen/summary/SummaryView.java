package org.jiujin.kiosk.screen.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.form.Answers;
import org.jiujin.kiosk.screen.kit.FactList;
import org.jiujin.kiosk.screen.kit.FactList.Fact;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;

/// Draws [State.Reviewing]: everything that will be filed, with a way back to each answer, and what the pre-check says.
public final class SummaryView implements Screen<State.Reviewing> {
  private final Setting setting;
  private final SummaryModel model;
  private final StackPane precheck = new StackPane();
  private final KioskButton next;
  private final Frame root;

  public SummaryView(Setting setting, SummaryModel model) {
    this.setting = setting;
    this.model = model;
    next = Actions.next(setting, "summary", "summary.next", model::goOn);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()),
                setting.text("summary.title"),
                setting.text("summary.lead")),
            Parts.column(
                "stack",
                Parts.growing(new PagedBox(setting.texts(), List.of(matter(), answers()))),
                precheck),
            List.of(
                Actions.back(setting, "summary", model::goBack),
                Actions.help(setting, "summary"),
                next));
    model.stateProperty().subscribe(_ -> draw());
  }

  private void draw() {
    precheck.getChildren().setAll(banner());
    next.setDisable(!model.maySign());
  }

  private Node banner() {
    return switch (model.state().precheck()) {
      case Precheck.Running _ ->
          Parts.banner(Tone.INFO, Parts.words(setting.text("summary.checking")));
      case Precheck.Passed _ ->
          Parts.banner(Tone.GOOD, Parts.words(setting.text("summary.passed")));
      case Precheck.Later _ -> Parts.banner(Tone.WARN, Parts.words(setting.text("summary.later")));
      case Precheck.Found(var texts) ->
          Parts.banner(
              Tone.BAD,
              Parts.words(setting.text("summary.found"), "strong"),
              Parts.words(String.join("\n", texts)));
    };
  }

  private Node matter() {
    var draft = model.state().draft();
    Person person = draft.person();
    String materials =
        draft.materials().stream().map(HeldMaterial::name).collect(Collectors.joining("、"));
    return FactList.compactCard(
        setting.texts(),
        setting.text("summary.matter"),
        List.of(
            new Fact(
                "summary.matterName",
                setting.text("summary.matterName"),
                setting.text(
                    "summary.matterAndSituation",
                    draft.matter().shortName(),
                    draft.situation().name())),
            new Fact("summary.name", setting.text("summary.applicant"), person.maskedName()),
            new Fact("summary.number", setting.text("identity.number"), person.number().masked()),
            new Fact("summary.materials", setting.text("summary.materials"), materials)));
  }

  private Node answers() {
    var facts =
        model.lines().stream()
            .map(line ->
                new Fact(
                    "summary." + line.field().id(),
                    line.field().label(),
                    Answers.inWords(setting.texts(), line.field(), line.answer()),
                    Optional.of(() -> model.edit(line.page()))))
            .toList();
    return FactList.compactCard(setting.texts(), setting.text("summary.answers"), facts);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Reviewing state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.summary");
  }
}
