package org.jiujin.device.camera;

import java.util.Arrays;

/// One picture. Personal: masks itself and can be wiped.
///
/// The bytes are handed over, not copied: a preview would copy forty megabytes a second. Whoever keeps them longer than the
/// frame copies them. Thread-safe as long as nobody writes into the bytes.
///
/// @since 0.2
public final class Frame {
  private final int width;
  private final int height;
  private final Encoding encoding;
  private final byte[] bytes;

  /// @param width in pixels
  /// @param height in pixels
  /// @param bytes not copied
  /// @throws IllegalArgumentException when raw pixels are not as many as the size says
  public Frame(int width, int height, Encoding encoding, byte[] bytes) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a frame of " + width + "x" + height);
    }
    if (encoding.bytesPerPixel > 0
        && bytes.length != (long) width * height * encoding.bytesPerPixel) {
      throw new IllegalArgumentException(
          "%d bytes for %dx%d %s".formatted(bytes.length, width, height, encoding));
    }
    this.width = width;
    this.height = height;
    this.encoding = encoding;
    this.bytes = bytes;
  }

  /// Pixels across.
  public int width() {
    return width;
  }

  /// Pixels down.
  public int height() {
    return height;
  }

  /// How the bytes are to be read.
  public Encoding encoding() {
    return encoding;
  }

  /// The bytes themselves; zeros after [#wipe()].
  public byte[] bytes() {
    return bytes;
  }

  /// Overwrites the picture with zeros.
  public void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Frame[" + width + "x" + height + " " + encoding + ", masked]";
  }

  /// What the bytes of a frame are.
  public enum Encoding {
    /// Rows from the top, three bytes a pixel: blue, green, red. No padding.
    BGR(3),
    /// A JPEG file.
    JPEG(0);

    private final int bytesPerPixel;

    Encoding(int bytesPerPixel) {
      this.bytesPerPixel = bytesPerPixel;
    }
  }
}
