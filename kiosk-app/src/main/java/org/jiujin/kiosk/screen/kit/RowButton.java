package org.jiujin.kiosk.screen.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/// A button as wide as the page whose face is a row of parts. It is as high as the row needs when its words wrap.
final class RowButton extends Button {
  private static final double EDGE = 2;

  private final Region row;

  RowButton(String id, String spoken, Region row) {
    this.row = row;
    setId(id);
    setAccessibleText(spoken);
    setFocusTraversable(false);
    setMaxWidth(Double.MAX_VALUE);
    row.setMouseTransparent(true);
    row.prefWidthProperty().bind(widthProperty().subtract(EDGE));
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? super.computePrefHeight(width) : row.prefHeight(width - EDGE) + EDGE;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
