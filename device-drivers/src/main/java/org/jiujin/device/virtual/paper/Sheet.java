package org.jiujin.device.virtual.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// A paper to lay on the desk, drawn in millimetres.
public enum Sheet {
  /// A certificate with a double frame and a red seal.
  CERTIFICATE(210, 297),
  /// A form with a ruled table.
  FORM(210, 297),
  /// Lines of writing only.
  LETTER(210, 297),
  /// A card with rounded corners, bluish.
  CARD(85.6, 53.98),
  /// A slip from a roll.
  RECEIPT(76, 190);

  private static final Color INK = new Color(40, 38, 42);
  private static final Color SEAL = new Color(196, 40, 38);

  private final double widthMillimetres;
  private final double heightMillimetres;

  Sheet(double widthMillimetres, double heightMillimetres) {
    this.widthMillimetres = widthMillimetres;
    this.heightMillimetres = heightMillimetres;
  }

  /// How wide it is.
  public double widthMillimetres() {
    return widthMillimetres;
  }

  /// How high it is.
  public double heightMillimetres() {
    return heightMillimetres;
  }

  /// Draws it with an empty rim of one pixel, which is transparent.
  BufferedImage draw(RandomGenerator random, double pixelsPerMillimetre) {
    int width = (int) Math.round(widthMillimetres * pixelsPerMillimetre) + 2;
    int height = (int) Math.round(heightMillimetres * pixelsPerMillimetre) + 2;
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var ink = picture.createGraphics();
    ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    ink.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    ink.translate(1, 1);
    ink.scale((width - 2) / widthMillimetres, (height - 2) / heightMillimetres);
    paper(ink);
    ink.setColor(INK);
    switch (this) {
      case CERTIFICATE -> certificate(ink, random);
      case FORM -> form(ink, random);
      case LETTER -> writing(ink, random, 24, 30, 162, 245, 4.2);
      case CARD -> card(ink, random);
      case RECEIPT -> writing(ink, random, 6, 8, 64, 172, 3.2);
    }
    ink.dispose();
    return picture;
  }

  private void paper(Graphics2D ink) {
    if (this == CARD) {
      ink.setColor(new Color(206, 222, 232));
      ink.fill(new RoundRectangle2D.Double(0, 0, widthMillimetres, heightMillimetres, 6.4, 6.4));
    } else {
      ink.setColor(new Color(247, 246, 242));
      ink.fill(new Rectangle2D.Double(0, 0, widthMillimetres, heightMillimetres));
    }
  }

  private static void certificate(Graphics2D ink, RandomGenerator random) {
    ink.setColor(new Color(150, 60, 40));
    frame(ink, 14, 14, 182, 269, 1.2f);
    frame(ink, 17, 17, 176, 263, 0.4f);
    ink.setColor(INK);
    writing(ink, random, 60, 42, 90, 12, 10);
    writing(ink, random, 32, 75, 146, 130, 5);
    ink.setColor(SEAL);
    ink.setStroke(new BasicStroke(1.2f));
    ink.draw(new Ellipse2D.Double(130, 215, 42, 42));
    writing(ink, random, 138, 230, 26, 12, 4);
  }

  private static void form(Graphics2D ink, RandomGenerator random) {
    writing(ink, random, 65, 20, 80, 8, 7);
    frame(ink, 18, 38, 174, 232, 0.5f);
    for (int row = 1; row < 16; row++) {
      double y = 38 + row * 14.5;
      ink.setStroke(new BasicStroke(0.3f));
      ink.draw(new Line2D.Double(18, y, 192, y));
      ink.draw(new Line2D.Double(62, y - 14.5, 62, y));
      writing(ink, random, 22, y - 9, 36, 4, 4);
      if (random.nextInt(3) > 0) {
        writing(ink, random, 66, y - 9, 30 + random.nextInt(90), 4, 4);
      }
    }
  }

  private static void card(Graphics2D ink, RandomGenerator random) {
    ink.setColor(new Color(150, 176, 196));
    ink.fill(new RoundRectangle2D.Double(58, 9, 22, 27, 3, 3));
    ink.setColor(INK);
    writing(ink, random, 6, 8, 40, 30, 3);
    writing(ink, random, 26, 43, 50, 4, 3.6);
  }

  private static void frame(
      Graphics2D ink, double x, double y, double width, double height, float line) {
    ink.setStroke(new BasicStroke(line));
    ink.draw(new Rectangle2D.Double(x, y, width, height));
  }

  /// Fills a box with lines of made-up characters.
  private static void writing(
      Graphics2D ink,
      RandomGenerator random,
      double left,
      double top,
      double width,
      double height,
      double size) {
    ink.setStroke(new BasicStroke((float) (size * 0.09)));
    for (double y = top; y + size <= top + height + size * 0.5; y += size * 1.7) {
      double end = left + width * (random.nextInt(4) == 0 ? 0.4 + 0.5 * random.nextDouble() : 1);
      for (double x = left; x + size <= end; x += size * 1.08) {
        if (random.nextInt(14) > 0) {
          ink.draw(character(random, x, y, size * 0.92));
        }
      }
    }
  }

  private static Path2D character(RandomGenerator random, double x, double y, double size) {
    var strokes = new Path2D.Double();
    int count = 4 + random.nextInt(5);
    for (int stroke = 0; stroke < count; stroke++) {
      double at = size * (0.08 + 0.84 * random.nextDouble());
      double from = size * 0.45 * random.nextDouble();
      double to = size * (0.55 + 0.45 * random.nextDouble());
      double slant = stroke % 4 == 3 ? size * 0.4 * (random.nextDouble() - 0.5) : 0;
      if (random.nextBoolean()) {
        strokes.moveTo(x + from, y + at);
        strokes.lineTo(x + to, y + at + slant);
      } else {
        strokes.moveTo(x + at, y + from);
        strokes.lineTo(x + at + slant, y + to);
      }
    }
    return strokes;
  }
}
