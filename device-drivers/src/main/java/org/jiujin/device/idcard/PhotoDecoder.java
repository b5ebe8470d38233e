package org.jiujin.device.idcard;

import java.util.Arrays;
import java.util.Optional;

/// Makes a picture of the photo on a card's chip. The format is closed, so none is shipped: a vendor's licensed library
/// comes in as a class named in `META-INF/services/org.jiujin.device.idcard.PhotoDecoder` (devices reference, 3.10).
///
/// An implementation that calls native code runs it in a process of its own, because a crash there must not end the app, and
/// answers within two seconds. Any thread.
///
/// @since 0.2
public interface PhotoDecoder {
  /// Whose decoder it is, for the fleet.
  String name();

  /// Decodes a photo.
  ///
  /// @return empty when the photo is damaged, or the library is not licensed for this reader
  Optional<Picture> decode(CardPhoto photo);

  /// A decoded photo. Personal: masks itself, and whoever is done with it wipes it.
  final class Picture {
    private final int width;
    private final int height;
    private final byte[] rgb;

    /// @param rgb three bytes for each pixel, row by row from the top left; not copied
    public Picture(int width, int height, byte[] rgb) {
      if (rgb.length != width * height * 3) {
        throw new IllegalArgumentException("a pixel has three bytes");
      }
      this.width = width;
      this.height = height;
      this.rgb = rgb;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    /// A copy of the pixels; whoever takes it wipes it.
    public byte[] rgb() {
      return rgb.clone();
    }

    /// Overwrites the picture with zeros.
    public void wipe() {
      Arrays.fill(rgb, (byte) 0);
    }

    @Override
    public String toString() {
      return "Picture[" + width + " x " + height + "]";
    }
  }
}
