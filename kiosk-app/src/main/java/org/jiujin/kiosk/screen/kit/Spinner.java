package org.jiujin.kiosk.screen.kit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// Eight dots, one of them lit in turn: the terminal works. Moves three times a second while it is in a window, which
/// costs the software renderer next to nothing.
public final class Spinner extends Region {
  private static final int DOTS = 8;
  private static final Duration STEP = Duration.millis(330);
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final List<Circle> dots = IntStream.range(0, DOTS).mapToObj(_ -> new Circle()).toList();
  private final Timeline turning = new Timeline(new KeyFrame(STEP, _ -> turn()));
  private int lit;

  public Spinner() {
    getStyleClass().setAll("kiosk-spinner");
    dots.forEach(dot -> dot.getStyleClass().setAll("spinner-dot"));
    getChildren().setAll(dots);
    turn();
    turning.setCycleCount(Timeline.INDEFINITE);
    sceneProperty().subscribe(scene -> move(scene != null && scene.getWindow() != null));
  }

  private void move(boolean inWindow) {
    if (inWindow) {
      turning.play();
    } else {
      turning.stop();
    }
  }

  private void turn() {
    lit = (lit + 1) % DOTS;
    for (int i = 0; i < DOTS; i++) {
      int behind = Math.floorMod(lit - i, DOTS);
      dots.get(i).pseudoClassStateChanged(LIT, behind < 3);
    }
  }

  @Override
  protected void layoutChildren() {
    double radius = Math.min(getWidth(), getHeight()) / 2;
    for (int i = 0; i < DOTS; i++) {
      double angle = 2 * Math.PI * i / DOTS - Math.PI / 2;
      Circle dot = dots.get(i);
      dot.setRadius(radius * 0.13);
      dot.setCenterX(getWidth() / 2 + Math.cos(angle) * radius * 0.8);
      dot.setCenterY(getHeight() / 2 + Math.sin(angle) * radius * 0.8);
    }
  }
}
