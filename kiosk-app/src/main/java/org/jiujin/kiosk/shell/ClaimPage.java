package org.jiujin.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Texts;

/// What a terminal shows that is to be registered: its id, and the code that the operator types in. Nothing on it can be touched.
final class ClaimPage {
  private ClaimPage() {}

  /// The whole screen, for a terminal that has never been registered.
  ///
  /// @param code empty while there is none to show
  static Parent whole(Texts texts, String terminal, String code) {
    VBox page =
        Parts.column(
            "cue-body-column",
            Parts.spring(),
            Parts.badge(Icon.Shape.WARNING, "badge-info", "badge-huge"),
            Parts.words(texts.text("claim.title"), "cue-title", "centred"),
            Parts.words(
                texts.text(code.isEmpty() ? "claim.waits" : "claim.words"), "cue-hint", "centred"),
            Parts.card(
                Parts.words(texts.text("claim.code"), "told-line", "centred"),
                named(
                    "operator.claim.code",
                    Parts.words(
                        code.isEmpty() ? texts.text("claim.none") : code, "claim-code", "centred")),
                Parts.words(texts.text("claim.terminal"), "told-line", "centred"),
                named("operator.claim.terminal", Parts.words(terminal, "case-number", "centred"))),
            Parts.words(
                texts.text("help.call") + " " + texts.text("help.number"), "told-line", "centred"),
            Parts.words(texts.text("safe.emergency"), "told-line", "centred"),
            Parts.spring());
    page.setId("operator.claim.page");
    page.getStyleClass().addAll("kiosk", "safe-screen");
    page.setAlignment(Pos.CENTER);
    page.setPrefSize(KioskShell.WIDTH, KioskShell.HEIGHT);
    page.setMinSize(KioskShell.WIDTH, KioskShell.HEIGHT);
    return page;
  }

  /// A line at the head of the attract screen, for one that goes on serving. Touches go through it.
  static Parent line(Texts texts, String terminal, String code) {
    HBox line =
        Parts.row(
            "claim-line",
            Parts.words(texts.text("claim.again"), "claim-line-words"),
            Parts.spring(),
            Parts.words(terminal, "claim-line-words"),
            Parts.words(code.isEmpty() ? texts.text("claim.none") : code, "claim-line-code"));
    line.setId("operator.claim.line");
    line.setMaxHeight(HBox.USE_PREF_SIZE);
    line.setMouseTransparent(true);
    StackPane.setAlignment(line, Pos.TOP_CENTER);
    return line;
  }

  private static Label named(String id, Label label) {
    label.setId(id);
    return label;
  }
}
