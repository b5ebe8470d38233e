package org.jiujin.device.scanner;

import java.util.Arrays;

/// One picture of a camera: 8-bit grey, row by row from the top left, one byte a pixel, no padding between rows.
///
/// A picture of a resident's code is personal: it masks itself and can be wiped. The pixels are not copied, because a
/// camera brings thirty frames a second: who hands a frame over does not write to it until it is read.
///
/// @since 0.1
public final class GreyFrame {
  /// The longest side a frame may have.
  public static final int LONGEST_SIDE = 16_384;

  /// The most pixels a frame may have.
  public static final int MOST_PIXELS = 1 << 27;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /// @param pixels 0 is black, 255 is white; not copied
  /// @throws IllegalArgumentException when a side is not within 1 and [#LONGEST_SIDE], when there are more than
  ///     [#MOST_PIXELS], or when there are not exactly width times height
  public GreyFrame(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
      throw new IllegalArgumentException("no frame can be " + width + " by " + height);
    }
    if ((long) width * height > MOST_PIXELS || pixels.length != width * height) {
      throw new IllegalArgumentException(
          pixels.length + " pixels do not make a frame of " + width + " by " + height);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The pixels themselves, not a copy.
  public byte[] pixels() {
    return pixels;
  }

  /// Paints the frame black.
  public void wipe() {
    Arrays.fill(pixels, (byte) 0);
  }

  @Override
  public String toString() {
    return "GreyFrame[" + width + " by " + height + ", masked]";
  }
}
