package org.jiujin.device.escpos;

import java.util.ArrayList;
import java.util.List;

/// Counts columns and breaks text into lines. A Chinese character takes two columns, a Latin one takes one.
final class TextColumns {
  /// A line must not begin with these.
  private static final String CLOSING = "，。、；：？！）》」』】〉”’…％,.;:?!)]}%";

  private TextColumns() {}

  static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  static int width(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  /// Breaks a text so that no line is wider than the given columns, at least two; between Chinese characters anywhere,
  /// within Latin words and numbers only when one alone is too long.
  static List<String> wrap(String text, int columns) {
    var lines = new ArrayList<String>();
    var rest = text;
    while (width(rest) > columns) {
      int at = breakAt(rest, columns);
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    if (!rest.isEmpty() || lines.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  private static int breakAt(String text, int columns) {
    int full = longestPrefix(text, columns);
    int best = full;
    while (best > 0 && !breakable(text, best)) {
      best = text.offsetByCodePoints(best, -1);
    }
    return best > 0 ? best : full;
  }

  private static int longestPrefix(String text, int columns) {
    int at = 0;
    int used = 0;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      used += width(next);
      if (used > columns && at > 0) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  private static boolean breakable(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (CLOSING.indexOf(after) >= 0) {
      return false;
    }
    return before == ' ' || after == ' ' || width(before) == 2 || width(after) == 2;
  }
}
