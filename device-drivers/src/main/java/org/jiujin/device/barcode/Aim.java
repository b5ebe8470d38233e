package org.jiujin.device.barcode;

import java.util.Arrays;
import java.util.Optional;
import org.jiujin.device.scanner.Symbology;

/// The symbology identifier that a scanner can be told to send before each code: `]`, a letter for the symbology, a
/// character for its options (ISO/IEC 15424).
final class Aim {
  static final int BYTES = 3;

  private Aim() {}

  /// Which symbology the bytes begin with; empty when they begin with no identifier.
  static Optional<Symbology> symbology(byte[] bytes) {
    if (bytes.length < BYTES || bytes[0] != ']' || !letter(bytes[1]) || !option(bytes[2])) {
      return Optional.empty();
    }
    return Optional.of(
        switch (bytes[1]) {
          case 'Q' -> Symbology.QR_CODE;
          case 'd' -> Symbology.DATA_MATRIX;
          case 'z' -> Symbology.AZTEC;
          case 'L' -> Symbology.PDF_417;
          case 'C' -> Symbology.CODE_128;
          case 'A' -> Symbology.CODE_39;
          case 'G' -> Symbology.CODE_93;
          // Options 0 to 3 carry 13 digits, UPC among them; 4 carries 8.
          case 'E' -> bytes[2] == '4' ? Symbology.EAN_8 : Symbology.EAN_13;
          case 'I' -> Symbology.ITF;
          case 'F' -> Symbology.CODABAR;
          default -> Symbology.UNTOLD;
        });
  }

  static byte[] without(byte[] bytes) {
    return Arrays.copyOfRange(bytes, BYTES, bytes.length);
  }

  private static boolean letter(byte next) {
    return (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
  }

  private static boolean option(byte next) {
    return letter(next) || (next >= '0' && next <= '9');
  }
}
