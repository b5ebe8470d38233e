package org.jiujin.kiosk.shell;

import java.time.Instant;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Sheet;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;

/// What the operator lays over every screen: that the terminal is out of service, as soon as nobody is being served, and a
/// message for whoever stands there. FX thread only.
final class OperatorLayer {
  private final StackPane closure = new StackPane();
  private final StackPane message = new StackPane();
  private final StackPane both = new StackPane(closure, message);
  private boolean closed;
  private Instant messageUntil = Instant.MIN;

  OperatorLayer() {
    both.setPickOnBounds(false);
    message.setPickOnBounds(false);
    closure.setId("operator.closure");
    closure.setVisible(false);
  }

  /// Goes over everything else.
  StackPane root() {
    return both;
  }

  /// Lets nobody in any more, or again. A visit that has begun goes on to its end.
  void close(boolean wanted, State state) {
    closed = wanted;
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
  }

  /// Time went on.
  void tick(Instant now) {
    if (!now.isBefore(messageUntil)) {
      message.getChildren().clear();
    }
  }
}
