package org.jiujin.update.trust.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Turns a name from outside into one that is safe as a file name, a different one for each.
public final class FileName {
  /// File systems allow 255 bytes; what is put behind the name needs some.
  private static final int LONGEST = 200;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private FileName() {}

  /// Letters, digits, `-`, `_` and dots inside stay; every other byte becomes `%XX`. A name that would be too long becomes `%` and its
  /// SHA-256.
  public static String of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    var safe = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if (isPlain((char) (bytes[i] & 0xFF)) || (bytes[i] == '.' && i > 0)) {
        safe.append((char) bytes[i]);
      } else {
        HEX.toHexDigits(safe.append('%'), bytes[i]);
      }
    }
    return safe.length() <= LONGEST ? safe.toString() : "%" + hash(bytes);
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '-'
        || letter == '_';
  }

  private static String hash(byte[] name) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
