package org.jiujin.device.printer;

import java.nio.charset.StandardCharsets;

/// One line of a receipt.
///
/// A strip is as many columns wide as [PaperWidth] says; a Chinese character takes two, and what is longer is wrapped.
/// Control characters are refused. Texts are personal: every line masks itself in `toString()`.
///
/// @since 0.1
public sealed interface ReceiptLine {
  /// The longest text of one line.
  int MAX_TEXT = 600;

  /// The longest payload of a QR code, in bytes of UTF-8; more would be too dense to be read from paper.
  int MAX_QR_BYTES = 512;

  /// A text, left, normal size.
  static Text text(String text) {
    return new Text(text, Align.LEFT, Size.NORMAL, false);
  }

  /// A heading: centred, double size, bold.
  static Text heading(String text) {
    return new Text(text, Align.CENTRE, Size.DOUBLE, true);
  }

  /// A text in its own paragraph.
  record Text(String text, Align align, Size size, boolean bold) implements ReceiptLine {
    public Text {
      checkText(text);
    }

    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /// A key on the left and its value at the right margin; a value that does not fit beside its key goes below.
  record Row(String key, String value) implements ReceiptLine {
    public Row {
      checkText(key);
      checkText(value);
    }

    @Override
    public String toString() {
      return "Row[masked]";
    }
  }

  /// A line from margin to margin.
  record Rule() implements ReceiptLine {}

  /// A QR code in the middle, error correction M.
  ///
  /// @param payload written as UTF-8 without control characters, 1 to [#MAX_QR_BYTES] bytes
  /// @param moduleDots the size of a module, 3 to 12 dots of 1/8 mm; 8 reads well. A code that would be wider than the
  ///     paper gets smaller modules; with 3 dots every code fits
  record QrCode(String payload, int moduleDots) implements ReceiptLine {
    public QrCode {
      checkControls(payload);
      int size = payload.getBytes(StandardCharsets.UTF_8).length;
      if (size == 0 || size > MAX_QR_BYTES) {
        throw new IllegalArgumentException("a QR code holds 1 to 512 bytes, not " + size);
      }
      if (moduleDots < 3 || moduleDots > 12) {
        throw new IllegalArgumentException("a module is 3 to 12 dots, not " + moduleDots);
      }
    }

    @Override
    public String toString() {
      return "QrCode[masked]";
    }
  }

  /// A picture in the middle, an emblem for example; one that is wider than the paper is made smaller.
  record Picture(Bitmap bitmap) implements ReceiptLine {}

  /// White paper.
  ///
  /// @param lines 1 to 20
  record Feed(int lines) implements ReceiptLine {
    public Feed {
      if (lines < 1 || lines > 20) {
        throw new IllegalArgumentException("feed 1 to 20 lines, not " + lines);
      }
    }
  }

  /// Where a text stands.
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// How large a text is.
  enum Size {
    NORMAL,
    /// As wide, twice as high.
    TALL,
    /// Twice as wide and twice as high.
    DOUBLE
  }

  private static void checkText(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a text has at most 600 characters, not " + text.length());
    }
    checkControls(text);
  }

  private static void checkControls(String text) {
    // An escape character in a name would be a command to the printer.
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a text has no control characters");
    }
  }
}
