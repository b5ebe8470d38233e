package org.jiujin.device.scanner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// Reads picture files as grey frames: PNG, JPEG, BMP, GIF, and PGM in both its forms.
///
/// @since 0.1
public final class PictureFile {
  private static final int WHITE = 255;

  private PictureFile() {}

  /// Reads a picture; what is transparent becomes white.
  ///
  /// @throws IOException in plain words, when it cannot be read or is no picture of these kinds
  public static GreyFrame read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    if (PortableGreyMap.is(bytes)) {
      return PortableGreyMap.read(bytes);
    }
    ImageIO.setUseCache(false); // a cache file costs more than the picture
    try {
      var image = ImageIO.read(new ByteArrayInputStream(bytes));
      if (image == null) {
        throw new IOException("not a PNG, JPEG, BMP, GIF or PGM picture");
      }
      return grey(image);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new IOException("damaged, or too large", damaged); // ImageIO's own readers throw these
    }
  }

  private static GreyFrame grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = new byte[Math.multiplyExact(width, height)];
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) { // getRGB would bend its scale
      image.getRaster().getDataElements(0, 0, width, height, pixels);
      return new GreyFrame(width, height, pixels);
    }
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = grey(row[x]);
      }
    }
    Arrays.fill(row, 0);
    return new GreyFrame(width, height, pixels);
  }

  /// The weights of ITU-R BT.601, over white where the pixel is transparent.
  private static byte grey(int colour) {
    int alpha = colour >>> 24;
    int red = colour >> 16 & 0xFF;
    int green = colour >> 8 & 0xFF;
    int grey = (306 * red + 601 * green + 117 * (colour & 0xFF) + 512) >> 10;
    return (byte) ((grey * alpha + WHITE * (255 - alpha)) / 255);
  }
}
