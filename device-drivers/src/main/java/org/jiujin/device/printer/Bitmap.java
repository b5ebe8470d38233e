package org.jiujin.device.printer;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/// A picture of black and white dots, as a receipt printer burns it. Immutable.
///
/// @since 0.2
public final class Bitmap {
  /// No paper is wider.
  public static final int MAX_WIDTH = 576;

  /// About 100 mm; more is a mistake.
  public static final int MAX_HEIGHT = 800;

  private static final int HALF = 128;

  private final int width;
  private final int height;
  private final BitSet black;

  private Bitmap(int width, int height, BitSet black) {
    this.width = width;
    this.height = height;
    this.black = black;
  }

  /// A picture with hard edges: every dot darker than half becomes black. Transparent dots are white.
  ///
  /// @throws IllegalArgumentException when the picture is larger than [#MAX_WIDTH] by [#MAX_HEIGHT]
  public static Bitmap of(BufferedImage image) {
    var dark = new BitSet();
    var grey = grey(image);
    for (int i = 0; i < grey.length; i++) {
      dark.set(i, grey[i] < HALF);
    }
    return new Bitmap(image.getWidth(), image.getHeight(), dark);
  }

  /// A picture with shades: the error of each dot is spread over its neighbours (Floyd and Steinberg).
  ///
  /// @throws IllegalArgumentException when the picture is larger than [#MAX_WIDTH] by [#MAX_HEIGHT]
  public static Bitmap dithered(BufferedImage image) {
    var grey = grey(image);
    int width = image.getWidth();
    var dark = new BitSet();
    for (int i = 0; i < grey.length; i++) {
      boolean ink = grey[i] < HALF;
      dark.set(i, ink);
      int error = grey[i] - (ink ? 0 : 255);
      int x = i % width;
      spread(grey, i + 1, x + 1 < width, error * 7 / 16);
      spread(grey, i + width - 1, x > 0, error * 3 / 16);
      spread(grey, i + width, true, error * 5 / 16);
      spread(grey, i + width + 1, x + 1 < width, error / 16);
    }
    return new Bitmap(width, image.getHeight(), dark);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Whether the dot is black; dots outside are white.
  public boolean black(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height && black.get(y * width + x);
  }

  /// The picture made smaller until it is no wider than this; itself when it is already.
  public Bitmap fitting(int widest) {
    if (width <= widest) {
      return this;
    }
    int lower = Math.max(1, height * widest / width);
    var smooth = image().getScaledInstance(widest, lower, Image.SCALE_AREA_AVERAGING);
    var small = new BufferedImage(widest, lower, BufferedImage.TYPE_INT_RGB);
    var graphics = small.createGraphics();
    graphics.drawImage(smooth, 0, 0, null);
    graphics.dispose();
    return of(small);
  }

  /// The picture for a screen.
  public BufferedImage image() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, black(x, y) ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
      }
    }
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bitmap bitmap
        && width == bitmap.width
        && height == bitmap.height
        && black.equals(bitmap.black);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + black.hashCode();
  }

  @Override
  public String toString() {
    return "Bitmap[" + width + " x " + height + "]";
  }

  private static void spread(int[] grey, int at, boolean inside, int error) {
    if (inside && at < grey.length) {
      grey[at] += error;
    }
  }

  /// From 0 for black to 255 for white, on white paper.
  private static int[] grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (width > MAX_WIDTH || height > MAX_HEIGHT) {
      throw new IllegalArgumentException(
          "a picture has at most %d x %d dots, not %d x %d"
              .formatted(MAX_WIDTH, MAX_HEIGHT, width, height));
    }
    var colours = image.getRGB(0, 0, width, height, null, 0, width);
    var grey = new int[colours.length];
    for (int i = 0; i < colours.length; i++) {
      var colour = new Color(colours[i], true);
      int light = (299 * colour.getRed() + 587 * colour.getGreen() + 114 * colour.getBlue()) / 1000;
      grey[i] = 255 - (255 - light) * colour.getAlpha() / 255;
    }
    return grey;
  }
}
