package org.jiujin.kiosk.screen;

import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;

/// The buttons of the bottom bar, alike on every screen. Ids are `SCREEN.back`, `SCREEN.help`, `SCREEN.next`.
public final class Actions {
  private Actions() {}

  /// 返回.
  public static KioskButton back(Setting setting, String screen, Runnable action) {
    return KioskButton.of(
            KioskButton.Kind.SECONDARY, screen + ".back", setting.text("action.back"), action)
        .withIcon(Icon.Shape.ARROW_LEFT);
  }

  /// 呼叫帮助, on every page.
  public static KioskButton help(Setting setting, String screen) {
    return KioskButton.of(
            KioskButton.Kind.SECONDARY,
            screen + ".help",
            setting.text("action.help"),
            setting.callHelp())
        .withIcon(Icon.Shape.HELP);
  }

  /// The way forward, with words of its own.
  public static KioskButton next(Setting setting, String screen, String key, Runnable action) {
    return KioskButton.of(KioskButton.Kind.PRIMARY, screen + ".next", setting.text(key), action)
        .withTrailingIcon(Icon.Shape.ARROW_RIGHT);
  }
}
