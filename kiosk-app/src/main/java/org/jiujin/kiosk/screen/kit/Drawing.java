package org.jiujin.kiosk.screen.kit;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A drawn picture that fills its room and keeps its proportions. Colours come from the theme.
///
/// @see Cue
public final class Drawing extends Region {
  /// One shape of a drawing.
  ///
  /// @param path SVG path data on the drawing's own grid
  /// @param styleClass says how it is filled and outlined
  public record Stroke(String path, String styleClass) {}

  private final double gridWidth;
  private final double gridHeight;
  private final Scale scale = new Scale(1, 1);
  private final Group group = new Group();
  private boolean covering;

  /// A drawing on a grid of the given size.
  public Drawing(double gridWidth, double gridHeight, List<Stroke> strokes) {
    this.gridWidth = gridWidth;
    this.gridHeight = gridHeight;
    getStyleClass().setAll("drawing");
    for (Stroke stroke : strokes) {
      var shape = new SVGPath();
      shape.setContent(stroke.path());
      shape.getStyleClass().setAll(stroke.styleClass());
      group.getChildren().add(shape);
    }
    group.setManaged(false);
    group.getTransforms().setAll(scale);
    getChildren().setAll(group);
    setMouseTransparent(true);
  }

  /// Makes the drawing as wide as its room and lets it stand on the room's bottom, cut off at the top if need be.
  public Drawing covering() {
    covering = true;
    setMinHeight(0);
    return this;
  }

  @Override
  protected void layoutChildren() {
    if (covering) {
      double wide = getWidth() / gridWidth;
      scale.setX(wide);
      scale.setY(wide);
      group.setLayoutX(0);
      group.setLayoutY(getHeight() - gridHeight * wide);
      return;
    }
    double factor = Math.min(getWidth() / gridWidth, getHeight() / gridHeight);
    scale.setX(factor);
    scale.setY(factor);
    group.setLayoutX((getWidth() - gridWidth * factor) / 2);
    group.setLayoutY((getHeight() - gridHeight * factor) / 2);
  }

  @Override
  protected double computePrefHeight(double width) {
    return width > 0 ? width * gridHeight / gridWidth : gridHeight;
  }

  @Override
  protected double computePrefWidth(double height) {
    return height > 0 ? height * gridWidth / gridHeight : gridWidth;
  }
}
