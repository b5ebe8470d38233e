package org.jiujin.kiosk.shell;

import java.util.List;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.TerminalPort;
import org.jiujin.kiosk.screen.kit.CountdownRing;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.KioskButton.Kind;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Sheet;

/// The sheets that may lie over any screen.
final class Notices {
  private Notices() {}

  /// 需要帮助？
  static Sheet help(Setting setting, TerminalPort terminal, Runnable close) {
    var number = Parts.words(setting.text("help.number"), "help-number", "centred");
    number.setId("help.number");
    var id = Parts.words(terminal.terminalId(), "case-number", "centred");
    id.setId("help.terminal");
    return new Sheet(
        new Sheet.Content(
            "help",
            Parts.badge(Icon.Shape.CALL, "badge-info", "badge-large"),
            setting.text("help.title"),
            List.of(
                Parts.words(setting.text("help.call"), "centred"),
                number,
                Parts.words(setting.text("help.terminal"), "centred"),
                id,
                Parts.words(setting.text("help.place", terminal.placeName()), "centred", "soft"),
                Parts.words(setting.text("help.staff"), "centred", "soft"))),
        List.of(KioskButton.of(Kind.PRIMARY, "help.close", setting.text("help.close"), close)));
  }

  /// 您还在吗？
  static Sheet idle(Setting setting, CountdownRing ring, Runnable stay, Runnable end) {
    return new Sheet(
        new Sheet.Content(
            "idle",
            ring,
            setting.text("idle.title"),
            List.of(Parts.words(setting.text("idle.words"), "centred"))),
        List.of(
            KioskButton.of(Kind.PRIMARY, "idle.stay", setting.text("idle.stay"), stay)
                .withIcon(Icon.Shape.HAND),
            KioskButton.of(Kind.SECONDARY, "idle.end", setting.text("idle.end"), end)));
  }

  /// 要结束办理吗？
  static Sheet end(Setting setting, Runnable stay, Runnable end) {
    return new Sheet(
        new Sheet.Content(
            "end",
            Parts.badge(Icon.Shape.END, "badge-warn", "badge-large"),
            setting.text("end.title"),
            List.of(Parts.words(setting.text("end.words"), "centred"))),
        List.of(
            KioskButton.of(Kind.PRIMARY, "end.stay", setting.text("end.stay"), stay),
            KioskButton.of(Kind.DANGER, "end.end", setting.text("end.end"), end)));
  }
}
