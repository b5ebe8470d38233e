package org.jiujin.kiosk.screen;

import java.time.ZoneId;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;

/// What every view is built with.
///
/// @param pixelsPerMillimetre of the panel, for what is drawn by hand
/// @param zone of the times that residents read
/// @param callHelp opens the help notice
/// @param switchSkin changes between the standard skin and 长辈版
public record Setting(
    Texts texts,
    Skin skin,
    double pixelsPerMillimetre,
    ZoneId zone,
    Runnable callHelp,
    Runnable switchSkin) {
  /// What the switch to the other skin is called.
  public String otherSkinName() {
    return text(skin == Skin.STANDARD ? "skin.elder" : "skin.standard");
  }

  /// The message of a key.
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }
}
