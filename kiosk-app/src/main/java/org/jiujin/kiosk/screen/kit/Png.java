package org.jiujin.kiosk.screen.kit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes PNG (RFC 2083): 8 bits, RGB or RGBA, not interlaced. Needs neither `java.desktop` nor a toolkit thread once
/// the pixels are read.
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int RGB = 2;
  private static final int RGBA = 6;
  private static final byte FILTER_SUB = 1;

  private Png() {}

  /// Pixels as `0xAARRGGBB`, row by row from the top left.
  public static final class Pixels {
    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb not copied
    public Pixels(int width, int height, int[] argb) {
      this.width = width;
      this.height = height;
      this.argb = argb;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    /// The pixels themselves, not a copy: a picture of the panel is 8 MB.
    public int[] argb() {
      return argb;
    }

    /// Reads an image. Call it on the thread that may touch the image.
    public static Pixels of(Image image) {
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      var argb = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
      return new Pixels(width, height, argb);
    }
  }

  /// An opaque picture; alpha is dropped.
  public static byte[] encode(Pixels pixels) {
    return encode(pixels, RGB);
  }

  /// A picture whose transparency is kept.
  public static byte[] encodeWithAlpha(Pixels pixels) {
    return encode(pixels, RGBA);
  }

  private static byte[] encode(Pixels pixels, int colourType) {
    var png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    var header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
    header.put((byte) 8).put((byte) colourType).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflate(rows(pixels, colourType == RGBA ? 4 : 3)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /// Each byte as its difference to the same channel one pixel to the left: flat areas become zeros.
  private static byte[] rows(Pixels pixels, int channels) {
    int width = pixels.width();
    var bytes = new byte[pixels.height() * (1 + width * channels)];
    int at = 0;
    for (int y = 0; y < pixels.height(); y++) {
      bytes[at++] = FILTER_SUB;
      int left = 0;
      for (int x = 0; x < width; x++) {
        int here = pixels.argb()[y * width + x];
        bytes[at++] = (byte) ((here >> 16) - (left >> 16));
        bytes[at++] = (byte) ((here >> 8) - (left >> 8));
        bytes[at++] = (byte) (here - left);
        if (channels == 4) {
          bytes[at++] = (byte) ((here >>> 24) - (left >>> 24));
        }
        left = here;
      }
    }
    return bytes;
  }

  private static byte[] deflate(byte[] raw) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(raw);
      deflater.finish();
      var out = new ByteArrayOutputStream(raw.length / 16);
      var buffer = new byte[64 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
