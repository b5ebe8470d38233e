package org.jiujin.device.scanner;

import java.io.IOException;

/// Reads PGM, the Netpbm project's portable grey map: `P2` in digits, `P5` in bytes.
final class PortableGreyMap {
  private static final int MOST_GREY = 65_535;

  private final byte[] bytes;
  private int at = 2;

  private PortableGreyMap(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean is(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 'P' && (bytes[1] == '2' || bytes[1] == '5');
  }

  /// Reads the first picture of a file.
  ///
  /// @throws IOException when it ends too early or is not well formed
  static GreyFrame read(byte[] bytes) throws IOException {
    return new PortableGreyMap(bytes).read();
  }

  private GreyFrame read() throws IOException {
    int width = number(GreyFrame.LONGEST_SIDE);
    int height = number(GreyFrame.LONGEST_SIDE);
    int white = number(MOST_GREY);
    if (width < 1 || height < 1 || white < 1 || (long) width * height > GreyFrame.MOST_PIXELS) {
      throw new IOException("a PGM picture of an impossible size");
    }
    boolean digits = bytes[1] == '2';
    at++; // the one space before the bytes
    if ((long) width * height * (digits ? 2 : white > 255 ? 2 : 1) > bytes.length - at + 1) {
      throw new IOException("a PGM picture that ends too early");
    }
    var pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int grey = digits ? number(MOST_GREY) : sample(white > 255);
      pixels[i] = (byte) Math.min(255, grey * 255L / white);
    }
    return new GreyFrame(width, height, pixels);
  }

  private int sample(boolean wide) throws IOException {
    return wide ? next() << 8 | next() : next();
  }

  private int next() throws IOException {
    if (at >= bytes.length) {
      throw new IOException("a PGM picture that ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  /// The next number; comments run from a hash to the end of the line.
  private int number(int most) throws IOException {
    skip();
    long number = -1;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = Math.max(0, number) * 10 + bytes[at++] - '0';
      if (number > most) {
        throw new IOException("a number in a PGM picture is too large");
      }
    }
    if (number < 0) {
      throw new IOException("a PGM picture that is not well formed");
    }
    return (int) number;
  }

  private void skip() {
    boolean comment = false;
    while (at < bytes.length && (comment || bytes[at] <= ' ' || bytes[at] == '#')) {
      comment = bytes[at] == '#' || (comment && bytes[at] != '\n');
      at++;
    }
  }
}
