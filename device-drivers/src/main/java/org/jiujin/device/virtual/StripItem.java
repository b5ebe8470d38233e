package org.jiujin.device.virtual;

import java.util.BitSet;
import java.util.List;

/// One thing on a strip of paper, from top to bottom.
sealed interface StripItem {
  /// A line of text.
  ///
  /// @param align 0 left, 1 centre, 2 right
  record TextLine(List<Run> runs, int align) implements StripItem {
    String text() {
      var text = new StringBuilder();
      runs.forEach(run -> text.append(run.text()));
      return text.toString();
    }

    int heightDots() {
      int scale = runs.stream().mapToInt(run -> run.style().heightScale()).max().orElse(1);
      return scale * GLYPH_DOTS + LEADING_DOTS;
    }

    int widthDots() {
      return runs.stream().mapToInt(Run::widthDots).sum();
    }
  }

  /// A QR code.
  record QrCode(String payload, int moduleDots, int align) implements StripItem {}

  /// A picture, dot by dot.
  ///
  /// @param black row by row; copied neither in nor out, and changed by nobody
  record Raster(int widthDots, BitSet black, int heightDots, int align) implements StripItem {
    boolean black(int x, int y) {
      return black.get(y * widthDots + x);
    }
  }

  /// White paper.
  record White(int dots) implements StripItem {}

  /// A Chinese character is 24 dots wide and high, a Latin one is 12 wide.
  int GLYPH_DOTS = 24;

  /// Between two lines.
  int LEADING_DOTS = 6;

  /// Text in one style.
  record Run(String text, Style style) {
    int widthDots() {
      return text.codePoints().map(c -> widthDots(c, style)).sum();
    }

    static int widthDots(int codePoint, Style style) {
      return (codePoint < 0x80 ? GLYPH_DOTS / 2 : GLYPH_DOTS) * style.widthScale();
    }
  }

  /// How characters look.
  record Style(int widthScale, int heightScale, boolean bold) {
    static final Style PLAIN = new Style(1, 1, false);
  }
}
