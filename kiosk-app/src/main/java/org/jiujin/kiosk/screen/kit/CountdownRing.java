package org.jiujin.kiosk.screen.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// The seconds that are left, as a ring that empties and as a number. Somebody else counts.
public final class CountdownRing extends Region {
  private static final double RING_SHARE = 0.08;

  private final Circle track = new Circle();
  private final Arc rest = new Arc();
  private final Label number = new Label();

  public CountdownRing() {
    getStyleClass().setAll("countdown");
    track.getStyleClass().setAll("countdown-track");
    rest.getStyleClass().setAll("countdown-rest");
    rest.setType(ArcType.OPEN);
    rest.setStartAngle(90);
    number.getStyleClass().setAll("countdown-number");
    getChildren().setAll(track, rest, number);
    show(1, 1);
  }

  /// Shows that `seconds` of `whole` are left.
  public void show(long seconds, long whole) {
    number.setText(Long.toString(seconds));
    setAccessibleText(number.getText());
    rest.setLength(360.0 * seconds / Math.max(1, whole));
  }

  @Override
  protected void layoutChildren() {
    double size = Math.min(getWidth(), getHeight());
    double stroke = size * RING_SHARE;
    double radius = size / 2 - stroke / 2;
    track.setCenterX(getWidth() / 2);
    track.setCenterY(getHeight() / 2);
    track.setRadius(radius);
    track.setStrokeWidth(stroke);
    rest.setCenterX(getWidth() / 2);
    rest.setCenterY(getHeight() / 2);
    rest.setRadiusX(radius);
    rest.setRadiusY(radius);
    rest.setStrokeWidth(stroke);
    double width = number.prefWidth(-1);
    double height = number.prefHeight(-1);
    number.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
  }
}
