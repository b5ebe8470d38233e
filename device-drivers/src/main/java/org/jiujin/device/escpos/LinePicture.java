package org.jiujin.device.escpos;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jiujin.device.printer.Bitmap;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptLine.Align;

/// Draws a line of text as the printer would set it: the same height, each character in the columns where it would stand,
/// so that rows above and below stay in line.
final class LinePicture {
  /// A Chinese character of normal size is 24 dots high, a Latin one 12 wide.
  private static final int GLYPH_DOTS = 24;

  private static final int LEADING_DOTS = 6;
  private static final float DRAWN_DOTS = 23;
  private static final int BASELINE_ABOVE_BOTTOM = 3;

  private final List<Font> fonts;
  private final int paperDots;

  /// @param fonts asked in this order
  LinePicture(List<Font> fonts, int paperDots) {
    this.fonts = fonts.stream().map(font -> font.deriveFont(DRAWN_DOTS)).toList();
    this.paperDots = paperDots;
  }

  boolean knows(int codePoint) {
    return fonts.stream().anyMatch(font -> font.canDisplay(codePoint));
  }

  Bitmap draw(String text, ReceiptLine.Text look) {
    int across = look.size() == ReceiptLine.Size.DOUBLE ? 2 : 1;
    int down = look.size() == ReceiptLine.Size.NORMAL ? 1 : 2;
    int width = TextColumns.width(text) * GLYPH_DOTS / 2 * across;
    int x = left(look.align(), width);
    int height = GLYPH_DOTS * down + LEADING_DOTS;
    var image =
        new BufferedImage(Math.min(paperDots, x + width), height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), height);
      graphics.setColor(Color.BLACK);
      var pen = new Pen(graphics, across, down, look.bold());
      for (int codePoint : text.codePoints().toArray()) {
        int cell = TextColumns.width(codePoint) * GLYPH_DOTS / 2 * across;
        pen.character(font(codePoint), codePoint, x, cell);
        x += cell;
      }
    } finally {
      graphics.dispose();
    }
    return Bitmap.of(image);
  }

  private int left(Align align, int width) {
    int free = Math.max(0, paperDots - width);
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> free / 2;
      case RIGHT -> free;
    };
  }

  private Font font(int codePoint) {
    return fonts.stream()
        .filter(font -> font.canDisplay(codePoint))
        .findFirst()
        .orElseGet(fonts::getFirst);
  }

  /// Draws characters of one look.
  private record Pen(Graphics2D graphics, int across, int down, boolean bold) {
    void character(Font font, int codePoint, int x, int cell) {
      var shape = shape(font, codePoint, x, cell);
      graphics.fill(shape);
      if (bold) { // as printers do: twice, a dot apart
        graphics.fill(AffineTransform.getTranslateInstance(1, 0).createTransformedShape(shape));
      }
    }

    /// In the middle of its cell, squeezed when it is wider.
    private Shape shape(Font font, int codePoint, int x, int cell) {
      var glyph =
          font.createGlyphVector(graphics.getFontRenderContext(), Character.toString(codePoint));
      double advance = glyph.getLogicalBounds().getWidth() * across;
      double squeeze = advance > cell ? cell / advance : 1;
      var place =
          AffineTransform.getTranslateInstance(
              x + (cell - advance * squeeze) / 2,
              (double) (GLYPH_DOTS - BASELINE_ABOVE_BOTTOM) * down);
      place.scale(across * squeeze, down);
      return place.createTransformedShape(glyph.getOutline());
    }
  }
}
