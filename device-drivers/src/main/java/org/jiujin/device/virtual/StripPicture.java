package org.jiujin.device.virtual;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/// Draws a strip as it would lie in the hand: 203 dots per inch, a margin on either side.
final class StripPicture {
  private static final int TOP_DOTS = 44;
  private static final int BOTTOM_DOTS = 56;
  private static final int TOOTH_DOTS = 8;
  private static final int HORIZONTAL_LINE = '─';
  private static final Color PAPER = new Color(0xFB, 0xFA, 0xF6);
  private static final Color INK = new Color(0x1E, 0x1E, 0x22);

  private final Font font;
  private final int paperDots;
  private final int printedDots;

  StripPicture(Font font, PrinterModel model) {
    this.paperDots = model.paperDots();
    this.printedDots = model.printedDots();
    this.font = font.deriveFont((float) StripItem.GLYPH_DOTS - 1);
  }

  /// The height of a QR code in dots, with a white rim of two modules above and below.
  static int qrDots(StripItem.QrCode code) {
    return (matrix(code).getHeight() + 4) * code.moduleDots();
  }

  BufferedImage draw(Strip strip) {
    int height = TOP_DOTS + BOTTOM_DOTS;
    for (var item : strip.items()) {
      height += heightDots(item);
    }
    var picture = new BufferedImage(paperDots, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      paper(graphics, height);
      graphics.setColor(INK);
      int y = TOP_DOTS;
      for (var item : strip.items()) {
        item(graphics, item, y);
        y += heightDots(item);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private static int heightDots(StripItem item) {
    return switch (item) {
      case StripItem.TextLine line -> line.heightDots();
      case StripItem.QrCode code -> qrDots(code);
      case StripItem.Raster raster -> raster.heightDots();
      case StripItem.White(int dots) -> dots;
    };
  }

  /// The blade leaves a straight edge above and the tear of the corner a toothed one below.
  private void paper(Graphics2D graphics, int height) {
    var outline = new Path2D.Double();
    outline.moveTo(0, 0);
    outline.lineTo(paperDots, 0);
    outline.lineTo(paperDots, height - TOOTH_DOTS);
    for (int x = paperDots; x > 0; x -= 2 * TOOTH_DOTS) {
      outline.lineTo(x - TOOTH_DOTS, height);
      outline.lineTo(x - 2 * TOOTH_DOTS, height - TOOTH_DOTS);
    }
    outline.closePath();
    graphics.setColor(PAPER);
    graphics.fill(outline);
  }

  private void item(Graphics2D graphics, StripItem item, int y) {
    switch (item) {
      case StripItem.TextLine line -> text(graphics, line, y);
      case StripItem.QrCode code -> qrCode(graphics, code, y);
      case StripItem.Raster raster -> raster(graphics, raster, y);
      case StripItem.White _ -> {
        // stays white
      }
    }
  }

  private void text(Graphics2D graphics, StripItem.TextLine line, int y) {
    int x = left(line.align(), line.widthDots());
    int base = y + line.heightDots() - StripItem.LEADING_DOTS;
    for (var run : line.runs()) {
      for (int codePoint : run.text().codePoints().toArray()) {
        int cell = StripItem.Run.widthDots(codePoint, run.style());
        character(graphics, codePoint, run.style(), x, cell, base);
        x += cell;
      }
    }
  }

  /// Each character in the middle of its cell: a printer's own characters all have the same width.
  private void character(
      Graphics2D graphics, int codePoint, StripItem.Style style, int x, int cell, int base) {
    if (codePoint == HORIZONTAL_LINE) { // fills its cell, or a rule would have gaps
      graphics.fillRect(x, base - StripItem.GLYPH_DOTS / 2, cell, 2);
      return;
    }
    var glyph =
        font.createGlyphVector(graphics.getFontRenderContext(), Character.toString(codePoint));
    double advance = glyph.getLogicalBounds().getWidth() * style.widthScale();
    double squeeze = advance > cell ? cell / advance : 1;
    var place =
        AffineTransform.getTranslateInstance(
            x + (cell - advance * squeeze) / 2, base - 3.0 * style.heightScale());
    place.scale(style.widthScale() * squeeze, style.heightScale());
    var shape = place.createTransformedShape(glyph.getOutline());
    graphics.fill(shape);
    if (style.bold()) { // printers strike twice, a dot apart
      graphics.fill(AffineTransform.getTranslateInstance(1, 0).createTransformedShape(shape));
    }
  }

  private void qrCode(Graphics2D graphics, StripItem.QrCode code, int y) {
    var matrix = matrix(code);
    int module = code.moduleDots();
    int x = left(code.align(), matrix.getWidth() * module);
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        if (matrix.get(column, row)) {
          graphics.fillRect(x + column * module, y + (row + 2) * module, module, module);
        }
      }
    }
  }

  private void raster(Graphics2D graphics, StripItem.Raster raster, int y) {
    int left = left(raster.align(), raster.widthDots());
    for (int row = 0; row < raster.heightDots(); row++) {
      for (int column = 0; column < raster.widthDots(); column++) {
        if (raster.black(column, row)) {
          graphics.fillRect(left + column, y + row, 1, 1);
        }
      }
    }
  }

  private int left(int align, int width) {
    int free = printedDots - width;
    return (paperDots - printedDots) / 2
        + switch (align) {
          case 1 -> free / 2;
          case 2 -> free;
          default -> 0;
        };
  }

  private static BitMatrix matrix(StripItem.QrCode code) {
    var hints =
        Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            0);
    try {
      return new QRCodeWriter().encode(code.payload(), BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException tooLong) {
      return new BitMatrix(1);
    }
  }
}
