package org.jiujin.kiosk.screen.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A field to sign in with a finger. FX thread only.
///
/// A signature counts once its ink is longer than a dot or a slip of the hand.
public final class SignaturePad extends Region {
  private static final double PEN_MILLIMETRES = 1.1;
  private static final double LEAST_INK_MILLIMETRES = 40;
  private static final double WIDTH_TO_HEIGHT = 2.0;

  private final Canvas canvas = new Canvas();
  private final List<List<Point2D>> strokes = new ArrayList<>();
  private final ReadOnlyBooleanWrapper signed = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
  private final double pixelsPerMillimetre;
  private double inkPixels;

  public SignaturePad(String accessibleText, double pixelsPerMillimetre) {
    this.pixelsPerMillimetre = pixelsPerMillimetre;
    setId("signature.pad");
    setAccessibleText(accessibleText);
    getStyleClass().setAll("signature-pad");
    canvas.setMouseTransparent(true);
    getChildren().setAll(canvas);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
  }

  /// Whether there is enough ink for a signature.
  public ReadOnlyBooleanProperty signedProperty() {
    return signed.getReadOnlyProperty();
  }

  /// Whether nothing has been drawn yet.
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  /// Takes all ink away.
  public void clear() {
    strokes.clear();
    inkPixels = 0;
    signed.set(false);
    empty.set(true);
    redraw();
  }

  /// The signature as black ink on white, in PNG.
  public byte[] png() {
    var parameters = new SnapshotParameters();
    parameters.setFill(Color.WHITE);
    return Png.encode(Png.Pixels.of(canvas.snapshot(parameters, null)));
  }

  private void begin(MouseEvent event) {
    var stroke = new ArrayList<Point2D>();
    stroke.add(inside(event));
    strokes.add(stroke);
    empty.set(false);
    line(stroke.getFirst(), stroke.getFirst());
  }

  private void draw(MouseEvent event) {
    if (strokes.isEmpty()) {
      return; // cleared while the finger was down
    }
    List<Point2D> stroke = strokes.getLast();
    Point2D from = stroke.getLast();
    Point2D to = inside(event);
    stroke.add(to);
    inkPixels += from.distance(to);
    signed.set(inkPixels >= LEAST_INK_MILLIMETRES * pixelsPerMillimetre);
    line(from, to);
  }

  private Point2D inside(MouseEvent event) {
    return new Point2D(
        Math.clamp(event.getX(), 0, Math.max(1, getWidth())),
        Math.clamp(event.getY(), 0, Math.max(1, getHeight())));
  }

  private void line(Point2D from, Point2D to) {
    var ink = canvas.getGraphicsContext2D();
    ink.setStroke(Color.BLACK);
    ink.setLineWidth(PEN_MILLIMETRES * pixelsPerMillimetre);
    ink.setLineCap(StrokeLineCap.ROUND);
    ink.setLineJoin(StrokeLineJoin.ROUND);
    ink.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
  }

  private void redraw() {
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    for (List<Point2D> stroke : strokes) {
      for (int i = 1; i < stroke.size(); i++) {
        line(stroke.get(i - 1), stroke.get(i));
      }
    }
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      redraw();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return (width > 0 ? width : getWidth()) / WIDTH_TO_HEIGHT;
  }
}
