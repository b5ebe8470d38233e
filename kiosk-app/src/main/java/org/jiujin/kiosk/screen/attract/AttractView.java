package org.jiujin.kiosk.screen.attract;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.AttractPicture;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;

/// Draws [State.Attract]: the landscape, the promise, and one large button. A touch anywhere begins.
public final class AttractView implements Screen<State.Attract> {
  private final Setting setting;
  private final StackPane root = new StackPane();

  public AttractView(Setting setting, AttractModel model, String placeName) {
    this.setting = setting;
    root.getStyleClass().setAll("attract");
    root.setId("attract");
    var words =
        Parts.column(
            "attract-words",
            Parts.words(setting.text("attract.name"), "attract-name"),
            Parts.words(setting.text("attract.promise"), "attract-promise"),
            Parts.words(placeName, "attract-place"));
    var start =
        KioskButton.of(
                KioskButton.Kind.PRIMARY,
                "attract.start",
                setting.text("attract.start"),
                model::begin)
            .withIcon(Icon.Shape.HAND);
    start.getStyleClass().add("attract-start");
    start.setMaxWidth(Double.MAX_VALUE);
    var skin =
        KioskButton.of(
                KioskButton.Kind.SECONDARY,
                "attract.skin",
                setting.otherSkinName(),
                setting.switchSkin())
            .withIcon(Icon.Shape.ELDER);
    skin.setMaxWidth(Double.MAX_VALUE);
    var foot =
        Parts.column(
            "attract-foot",
            start,
            skin,
            Parts.words(setting.text("attract.hours"), "attract-hours", "centred"));
    var page = new VBox(words, Parts.growing(AttractPicture.drawing().covering()), foot);
    page.getStyleClass().setAll("attract-page");
    StackPane.setAlignment(page, Pos.TOP_LEFT);
    root.getChildren().setAll(page);
    root.setOnMouseClicked(_ -> model.begin());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Attract state) {
    // There is only one such state.
  }

  @Override
  public String spoken() {
    return setting.text("voice.attract");
  }
}
