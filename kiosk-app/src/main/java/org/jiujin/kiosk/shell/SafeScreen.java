package org.jiujin.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;

/// What residents see while there is no service: that nothing is lost, and whom to call. Nothing on it can be touched.
public final class SafeScreen {
  /// The panel is not known here: its profile may be what is broken. So the page is laid out for the usual one.
  private static final double USUAL_PIXELS_PER_MILLIMETRE = 4.03;

  private SafeScreen() {}

  /// The page while the app cannot run, 1080 × 1920. FX thread.
  public static Parent page() {
    return page(Texts.chinese(Skin.STANDARD), "safe.words");
  }

  /// The page while the operator keeps the terminal closed.
  static Parent closed(Texts texts) {
    return page(texts, "operator.closed");
  }

  private static Parent page(Texts texts, String why) {
    VBox page =
        Parts.column(
            "cue-body-column",
            Parts.spring(),
            Parts.badge(Icon.Shape.WARNING, "badge-warn", "badge-huge"),
            Parts.words(texts.text("safe.title"), "cue-title", "centred"),
            Parts.words(texts.text(why), "cue-hint", "centred"),
            Parts.words(texts.text("safe.kept"), "cue-hint", "centred"),
            Parts.card(
                Parts.words(texts.text("help.call"), "told-line", "centred"),
                Parts.words(texts.text("help.number"), "case-number", "centred")),
            Parts.words(texts.text("safe.emergency"), "told-line", "centred"),
            Parts.spring());
    page.getStyleClass().add("kiosk");
    page.getStyleClass().add("safe-screen");
    page.setAlignment(Pos.CENTER);
    page.setPrefSize(KioskShell.WIDTH, KioskShell.HEIGHT);
    page.setMinSize(KioskShell.WIDTH, KioskShell.HEIGHT);
    return page;
  }

  /// Pixels per millimetre for [Theme#load].
  public static double pixelsPerMillimetre() {
    return USUAL_PIXELS_PER_MILLIMETRE;
  }
}
