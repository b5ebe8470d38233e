package org.jiujin.kiosk.shell;

import java.time.Instant;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Sheet;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;

/// What the operator lays over every screen: that the terminal is out of service, as soon as nobody is being served, what it takes
/// to register it, and a message for whoever stands there. FX thread only.
final class OperatorLayer {
  private final StackPane closure = new StackPane();
  private final StackPane message = new StackPane();
  private final StackPane claim = new StackPane();
  private final StackPane all = new StackPane(closure, claim, message);
  private boolean closed;
  private LocalMessage.Claim claimed = LocalMessage.Claim.NONE;
  private LocalMessage.Claim claimShown = LocalMessage.Claim.NONE;
  private Instant messageUntil = Instant.MIN;

  OperatorLayer() {
    all.setPickOnBounds(false);
    message.setPickOnBounds(false);
    closure.setId("operator.closure");
    closure.setVisible(false);
    claim.setId("operator.claim");
    claim.setVisible(false);
    claim.setPickOnBounds(false);
  }

  /// Goes over everything else.
  StackPane root() {
    return all;
  }

  /// Lets nobody in any more, or again. A visit that has begun goes on to its end.
  void close(boolean wanted, State state) {
    closed = wanted;
    look(state);
  }

  /// Shows what the operator needs to register the terminal, while nobody is being served: over the whole screen, or, when the
  /// terminal was registered before and goes on serving, in a line at its head.
  void claim(LocalMessage.Claim wanted, State state) {
    claimed = wanted;
    look(state);
  }

  /// Shows a message until the time given, or until somebody has read it.
  void tell(String text, Instant until, Setting setting) {
    messageUntil = until;
    message
        .getChildren()
        .setAll(
            new Sheet(
                new Sheet.Content(
                    "operator.message",
                    Parts.badge(Icon.Shape.CALL, "badge-info", "badge-large"),
                    setting.text("operator.title"),
                    List.of(Parts.words(text, "centred"))),
                List.of(
                    KioskButton.of(
                        KioskButton.Kind.PRIMARY,
                        "operator.close",
                        setting.text("operator.close"),
                        message.getChildren()::clear))));
  }

  /// The journey moved.
  void look(State state) {
    boolean show = closed && state instanceof State.Attract;
    if (show != closure.isVisible()) {
      closure.setVisible(show);
      if (show) {
        closure.getChildren().setAll(SafeScreen.closed(Texts.chinese(Skin.STANDARD)));
      } else {
        closure.getChildren().clear();
      }
    }
    showClaim(state instanceof State.Attract ? claimed : LocalMessage.Claim.NONE);
  }

  private void showClaim(LocalMessage.Claim now) {
    if (now.equals(claimShown)) {
      return;
    }
    claimShown = now;
    claim.setVisible(!now.terminal().isEmpty());
    claim.getChildren().clear();
    if (claim.isVisible()) {
      Texts texts = Texts.chinese(Skin.STANDARD);
      claim
          .getChildren()
          .add(
              now.known()
                  ? ClaimPage.line(texts, now.terminal(), now.code())
                  : ClaimPage.whole(texts, now.terminal(), now.code()));
    }
  }

  /// Time went on.
  void tick(Instant now) {
    if (!now.isBefore(messageUntil)) {
      message.getChildren().clear();
    }
  }
}
