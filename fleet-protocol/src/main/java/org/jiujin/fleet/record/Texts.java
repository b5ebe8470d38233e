package org.jiujin.fleet.record;

import java.nio.charset.StandardCharsets;

/// Cuts texts to a number of bytes.
final class Texts {
  private Texts() {}

  /// The longest beginning of a text that takes at most so many bytes of UTF-8; whole characters only.
  static String cut(String text, int maxBytes) {
    String cut = text;
    while (utf8Bytes(cut) > maxBytes) {
      int fits = Math.min(cut.length() - 1, maxBytes);
      cut = cut.substring(0, Character.isHighSurrogate(cut.charAt(fits - 1)) ? fits - 1 : fits);
    }
    return cut;
  }

  private static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
