package org.jiujin.kiosk.screen.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;
import org.jiujin.kiosk.screen.kit.Tile;

/// Draws [State.Home]: a tile per matter. A tile that cannot be used says why.
public final class HomeView implements Screen<State.Home> {
  /// With so few tiles there is room to show how it goes.
  private static final int FEW = 3;

  private final Setting setting;
  private final HomeModel model;
  private final VBox body = Parts.column("home-body");
  private final Frame root;

  public HomeView(Setting setting, HomeModel model) {
    this.setting = setting;
    this.model = model;
    var heading =
        new Frame.Heading(Optional.empty(), setting.text("home.title"), setting.text("home.lead"));
    root =
        new Frame(
            setting.texts(),
            heading,
            body,
            List.of(Actions.back(setting, "home", model::goBack), Actions.help(setting, "home")));
    model.availabilityProperty().addListener(_ -> draw());
    draw();
  }

  private void draw() {
    var tiles = new ArrayList<Node>();
    model.matters().forEach(matter -> tiles.add(tile(matter)));
    if (tiles.size() <= FEW) {
      tiles.forEach(tile -> tile.getStyleClass().add("tile-of-few"));
      body.getChildren().setAll(tiles);
      body.getChildren().addAll(howTo(), Parts.spring());
    } else {
      body.getChildren().setAll(Parts.growing(new PagedBox(setting.texts(), tiles)));
    }
    model.noticeKey().ifPresent(key -> body.getChildren().add(notice(key)));
    body.getChildren().add(calm());
  }

  private Button tile(Matter matter) {
    Optional<String> obstacle = model.obstacleKey();
    var face =
        new Tile.Face(
            "home.matter." + matter.id(),
            icon(matter.icon()),
            matter.shortName(),
            obstacle.map(setting::text).orElse(matter.summary()),
            obstacle.isEmpty());
    return Tile.of(face, () -> model.choose(matter));
  }

  private Node notice(String key) {
    return Parts.banner(Tone.WARN, Parts.words(setting.text(key)));
  }

  private Node howTo() {
    var steps =
        Parts.row(
            "how-row",
            how(1, Icon.Shape.CARD, "home.how.card"),
            how(2, Icon.Shape.HAND, "home.how.check"),
            how(3, Icon.Shape.PRINTER, "home.how.sign"));
    var card = Parts.card(Parts.words(setting.text("home.how"), "card-heading"), steps);
    card.getStyleClass().add("how");
    return card;
  }

  private Node how(int number, Icon.Shape icon, String key) {
    var column =
        Parts.column(
            "how-step",
            Parts.badge(icon, "badge-large"),
            Parts.words(number + " " + setting.text(key), "strong", "centred"));
    column.setAlignment(Pos.TOP_CENTER);
    return Parts.growing(column);
  }

  /// What takes away the fear of the machine.
  private Node calm() {
    return Parts.banner(
        Tone.INFO,
        Parts.words(setting.text("home.calm"), "strong"),
        Parts.words(setting.text("home.calm.more"), "soft"));
  }

  private static Icon.Shape icon(String key) {
    return switch (key) {
      case "card" -> Icon.Shape.CHIP_CARD;
      case "bank" -> Icon.Shape.BANK;
      case "person" -> Icon.Shape.PERSON;
      default -> Icon.Shape.DOCUMENT;
    };
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Home state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text("voice.home");
  }
}
