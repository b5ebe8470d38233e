package org.jiujin.device.virtual.face;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/// One drawn head with shoulders. All measures are shares of the face's width; turning moves the features to one side.
final class DrawnFace {
  private final SplittableRandom random;
  private final double turn;
  private final boolean asleep;
  private final Color skin;
  private final Color shade;
  private final Color hair;

  /// @param turn 0 looks here, 1 looks fully aside
  DrawnFace(SplittableRandom random, double turn, boolean asleep) {
    this.random = random;
    this.turn = turn;
    this.asleep = asleep;
    int tone = random.nextInt(30);
    this.skin = new Color(222 - tone, 184 - tone, 156 - tone);
    this.shade = new Color(168 - tone, 124 - tone, 100 - tone);
    int dark = 18 + random.nextInt(24);
    this.hair = new Color(dark, dark - 4, dark - 6);
  }

  void draw(Graphics2D ink, double x, double y, double size) {
    var place = ink.getTransform();
    ink.translate(x, y);
    ink.scale(size, size);
    body(ink);
    head(ink);
    double shift = turn * 0.34;
    for (int side = -1; side <= 1; side += 2) {
      double narrow = 1 - turn * (side > 0 ? 0.75 : 0.1);
      eye(ink, shift + side * 0.205 * (1 - turn * 0.35), -0.1, narrow);
    }
    nose(ink, shift * 1.5);
    mouth(ink, shift * 1.1);
    ink.setTransform(place);
  }

  private void body(Graphics2D ink) {
    ink.setColor(
        new Color(60 + random.nextInt(60), 70 + random.nextInt(50), 90 + random.nextInt(60)));
    ink.fill(new RoundRectangle2D.Double(-1.0, 0.84, 2.0, 1.6, 0.8, 0.8));
    ink.setColor(shade);
    ink.fill(new RoundRectangle2D.Double(-0.22, 0.4, 0.44, 0.6, 0.2, 0.2));
  }

  private void head(Graphics2D ink) {
    ink.setColor(hair);
    ink.fill(new Ellipse2D.Double(-0.56, -0.82, 1.12, 1.2));
    var light =
        new RadialGradientPaint(
            (float) (turn * 0.2),
            -0.05f,
            0.78f,
            new float[] {0f, 0.6f, 1f},
            new Color[] {skin.brighter(), skin, shade});
    ink.setPaint(light);
    ink.fill(new Ellipse2D.Double(-0.48, -0.64, 0.96, 1.3));
    // fringe
    ink.setColor(hair);
    var fringe = new Path2D.Double();
    fringe.moveTo(-0.5, -0.3);
    fringe.quadTo(-0.35, -0.52, 0.1, -0.5);
    fringe.quadTo(0.38, -0.48, 0.5, -0.3);
    fringe.quadTo(0.46, -0.78, 0, -0.8);
    fringe.quadTo(-0.46, -0.78, -0.5, -0.3);
    ink.fill(fringe);
  }

  private void eye(Graphics2D ink, double x, double y, double narrow) {
    double half = 0.1 * narrow;
    glow(ink, x, y + 0.005, half * 1.75, 0.105, shade, 150);
    ink.setColor(hair);
    ink.setStroke(new BasicStroke(0.042f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    ink.draw(
        new QuadCurve2D.Double(x - half * 1.35, y - 0.125, x, y - 0.18, x + half * 1.35, y - 0.13));
    if (asleep) {
      ink.setColor(skin);
      ink.fill(new Ellipse2D.Double(x - half * 1.2, y - 0.06, half * 2.4, 0.12));
      ink.setColor(shade);
      ink.setStroke(new BasicStroke(0.012f));
      ink.draw(new QuadCurve2D.Double(x - half, y + 0.02, x, y + 0.045, x + half, y + 0.02));
      return;
    }
    ink.setColor(new Color(232, 228, 224));
    ink.fill(new Ellipse2D.Double(x - half, y - 0.043, half * 2, 0.086));
    ink.setColor(new Color(52, 34, 26));
    double iris = 0.044 * Math.min(1, narrow + 0.2);
    ink.fill(new Ellipse2D.Double(x - iris + turn * 0.03, y - 0.046, iris * 2, 0.09));
    ink.setColor(new Color(14, 12, 12));
    ink.fill(new Ellipse2D.Double(x - iris / 2 + turn * 0.03, y - 0.024, iris, 0.046));
    ink.setStroke(new BasicStroke(0.024f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    ink.draw(new QuadCurve2D.Double(x - half, y - 0.01, x, y - 0.085, x + half, y - 0.01));
  }

  private void nose(Graphics2D ink, double x) {
    glow(ink, x, 0.02, 0.05, 0.2, skin.brighter(), 130);
    glow(ink, x, 0.175, 0.12, 0.045, shade, 190);
    ink.setColor(shade.darker());
    ink.fill(new Ellipse2D.Double(x - 0.075, 0.165, 0.045, 0.024));
    ink.fill(new Ellipse2D.Double(x + 0.03, 0.165, 0.045, 0.024));
  }

  private void mouth(Graphics2D ink, double x) {
    double half = 0.16 * (1 - turn * 0.4);
    glow(ink, x, 0.36, half * 1.2, 0.07, new Color(170, 90, 86), 180);
    ink.setColor(new Color(92, 40, 40));
    ink.setStroke(new BasicStroke(0.022f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    ink.draw(new QuadCurve2D.Double(x - half, 0.345, x, 0.375, x + half, 0.345));
    glow(ink, x, 0.45, half * 0.7, 0.04, shade, 120);
  }

  /// A soft spot.
  private static void glow(
      Graphics2D ink,
      double x,
      double y,
      double halfWidth,
      double halfHeight,
      Color colour,
      int strength) {
    var place = ink.getTransform();
    ink.translate(x, y);
    ink.scale(halfWidth, halfHeight);
    var full = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), strength);
    var none = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
    ink.setPaint(
        new RadialGradientPaint(
            0f, 0f, 1f, new float[] {0f, 0.45f, 1f}, new Color[] {full, full, none}));
    ink.fill(new Ellipse2D.Double(-1, -1, 2, 2));
    ink.setTransform(place);
  }
}
