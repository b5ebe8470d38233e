package org.jiujin.kiosk.screen.told;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jiujin.kiosk.catalogue.GuideEntry;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.Steps;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;

/// Draws [State.Told]: a card per question a resident would ask, a page at a time.
public final class ToldView implements Screen<State.Told> {
  private final Setting setting;
  private final ToldModel model;
  private final Frame root;

  public ToldView(Setting setting, ToldModel model) {
    this.setting = setting;
    this.model = model;
    var cards = new ArrayList<Node>();
    cards.add(situations());
    model.guide().forEach(entry -> cards.add(card(entry)));
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(
                Steps.of(setting, model.state()), model.matterName(), setting.text("told.lead")),
            new PagedBox(setting.texts(), cards),
            List.of(
                Actions.back(setting, "told", model::goBack),
                Actions.help(setting, "told"),
                Actions.next(setting, "told", "told.next", model::goOn)));
  }

  private Node situations() {
    String here = model.here().stream().map(Situation::label).collect(Collectors.joining("；"));
    String window = model.atWindow().stream().map(Situation::name).collect(Collectors.joining("、"));
    var words =
        Parts.column(
            "told-lines",
            Parts.words(setting.text("told.here"), "told-heading"),
            Parts.words(here, "told-line"));
    if (!window.isEmpty()) {
      words
          .getChildren()
          .add(Parts.words(setting.text("told.atWindow", window), "told-line", "soft"));
    }
    return told(Icon.Shape.HOME, words);
  }

  private Node card(GuideEntry entry) {
    var words =
        Parts.column(
            "told-lines", Parts.words(setting.text(headingKey(entry.topic())), "told-heading"));
    entry.lines().forEach(line -> words.getChildren().add(Parts.words(line, "told-line")));
    return told(icon(entry.topic()), words);
  }

  private static Node told(Icon.Shape icon, Node words) {
    var card = Parts.row("told", Parts.badge(icon, "badge-told"), Parts.growing(words));
    card.getStyleClass().add("card");
    return card;
  }

  private static String headingKey(GuideEntry.Topic topic) {
    return switch (topic) {
      case WHO -> "told.who";
      case CONDITIONS -> "told.conditions";
      case MATERIALS -> "told.materials";
      case TIME -> "told.time";
      case COST -> "told.cost";
      case RESULT -> "told.result";
      case BASIS -> "told.basis";
    };
  }

  private static Icon.Shape icon(GuideEntry.Topic topic) {
    return switch (topic) {
      case WHO -> Icon.Shape.PERSON;
      case CONDITIONS -> Icon.Shape.CHECK;
      case MATERIALS -> Icon.Shape.DOCUMENT;
      case TIME -> Icon.Shape.CLOCK;
      case COST -> Icon.Shape.MONEY;
      case RESULT -> Icon.Shape.CHIP_CARD;
      case BASIS -> Icon.Shape.LAW;
    };
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Told state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.told", model.matterName());
  }
}
