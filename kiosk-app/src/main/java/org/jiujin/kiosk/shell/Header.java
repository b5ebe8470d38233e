package org.jiujin.kiosk.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Skin;

/// The strip on top of every screen but the first: where one is, what time it is, 长辈版, and the way out. In 长辈版 the
/// buttons take the room of the place, which the help notice names.
final class Header extends HBox {
  /// The way out.
  ///
  /// @param key what it is called here
  record Exit(String key, Icon.Shape icon, Runnable action) {}

  Header(Setting setting, String placeName, ObservableValue<String> clock, Optional<Exit> exit) {
    getStyleClass().setAll("header");
    var time = Parts.words("", "header-clock");
    time.textProperty().bind(clock);
    time.setWrapText(false);
    time.setMinWidth(Region.USE_PREF_SIZE);
    var place = Parts.words(placeName, "header-place");
    place.setWrapText(false);
    place.setId("header.place");
    var name = Parts.words(setting.text("header.name"), "header-name");
    name.setWrapText(false);
    var words = Parts.growing(Parts.column("header-words", Parts.row("header-line", name, time)));
    if (setting.skin() == Skin.STANDARD) {
      words.getChildren().add(place);
    }
    getChildren().setAll(new Emblem(), words, skin(setting));
    exit.ifPresent(way -> getChildren().add(button("header.end", setting.text(way.key()), way)));
  }

  private static KioskButton skin(Setting setting) {
    return button(
        "header.skin",
        setting.otherSkinName(),
        new Exit("", Icon.Shape.ELDER, setting.switchSkin()));
  }

  private static KioskButton button(String id, String text, Exit way) {
    var button =
        KioskButton.of(KioskButton.Kind.HEADER, id, text, way.action()).withIcon(way.icon());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
