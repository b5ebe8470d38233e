package org.jiujin.kiosk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jiujin.kiosk.screen.kit.Skin;

/// What must hold on every screen, found by walking the scene graph.
final class ScreenRules {
  private static final double PIXELS_PER_MILLIMETRE = 4.03;

  /// Half a pixel of rounding.
  private static final double SLACK = 0.5;

  private ScreenRules() {}

  /// What is broken, in words; empty when all is well.
  static List<String> broken(String name, Stand stand, Skin skin) {
    return broken(name, stand.shell().root(), skin);
  }

  static List<String> broken(String name, Parent root, Skin skin) {
    var broken = new ArrayList<String>();
    visible(root)
        .forEach(node -> {
          if (node instanceof ButtonBase button) {
            checkTarget(button, skin, broken);
          }
          if (node instanceof Labeled labeled) {
            checkWords(labeled, broken);
          }
        });
    return broken.stream().map(what -> skin + " " + name + ": " + what).toList();
  }

  private static void checkTarget(ButtonBase button, Skin skin, List<String> broken) {
    double least = (skin == Skin.ELDER ? 20 : 16) * PIXELS_PER_MILLIMETRE - SLACK;
    if (button.getWidth() < least || button.getHeight() < least) {
      broken.add(
          "%s is only %.0f x %.0f px, %.0f wanted"
              .formatted(button.getId(), button.getWidth(), button.getHeight(), least));
    }
    String spoken = button.getAccessibleText();
    if (spoken == null || spoken.isBlank()) {
      broken.add(button.getId() + " has no accessibleText");
    }
    if (button.getId() == null) {
      broken.add("a button without an id: " + button.getText());
    }
    Bounds at = button.localToScene(button.getLayoutBounds());
    if (at.getMinX() < 0
        || at.getMaxX() > KioskShell.WIDTH + SLACK
        || at.getMinY() < 0
        || at.getMaxY() > KioskShell.HEIGHT + SLACK) {
      broken.add(button.getId() + " is partly outside the panel: " + at);
    }
  }

  /// What is drawn must be what was written: no dots, nothing outside the panel, large enough.
  private static void checkWords(Labeled labeled, List<String> broken) {
    String written = labeled.getText();
    if (written == null || written.isEmpty()) {
      return;
    }
    visible(labeled)
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .findFirst()
        .ifPresent(drawn -> {
          if (!drawn.getText().replace("\n", "").equals(written.replace("\n", ""))) {
            broken.add("cut off: «" + written + "» shows «" + drawn.getText() + "»");
          }
          if (drawn.getFont().getSize() < 28) {
            broken.add("small letters (" + drawn.getFont().getSize() + "): " + written);
          }
          Bounds at = drawn.localToScene(drawn.getLayoutBounds());
          if (at.getMaxX() > KioskShell.WIDTH || at.getMaxY() > KioskShell.HEIGHT) {
            broken.add("outside the panel: " + written);
          }
          if (drawn.getLayoutBounds().getHeight() > labeled.getHeight() + 2) {
            broken.add("higher than its room: " + written);
          }
        });
  }

  static Stream<Node> visible(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(ScreenRules::visible))
        : Stream.of(node);
  }
}
