package org.jiujin.kiosk.shell;

import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Puts a 1080 × 1920 root into a window: over the whole screen of a terminal, in the middle of any other screen, or scaled by
/// one half on the headless platform, whose screen is 1000 × 1000 whatever one wishes.
public final class KioskWindow {
  private static final double HEADLESS_SCALE = 0.5;

  private KioskWindow() {}

  /// Shows the root in a stage that has not been shown yet. FX thread.
  public static void show(Stage stage, Parent root) {
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    var bounds = Screen.getPrimary().getBounds();
    double scale =
        headless
            ? HEADLESS_SCALE
            : Math.min(
                bounds.getWidth() / KioskShell.WIDTH, bounds.getHeight() / KioskShell.HEIGHT);
    var scaled = new Group(root);
    scaled.getTransforms().setAll(new Scale(scale, scale));
    var ground = new StackPane(new Group(scaled));
    double width = headless ? KioskShell.WIDTH * scale : bounds.getWidth();
    double height = headless ? KioskShell.HEIGHT * scale : bounds.getHeight();
    var scene = new Scene(ground, width, height, Color.BLACK);
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setScene(scene);
    if (!headless) {
      takeOver(stage, scene);
    }
    stage.show();
  }

  private static void takeOver(Stage stage, Scene scene) {
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreen(true);
    scene.setCursor(Cursor.NONE);
  }
}
