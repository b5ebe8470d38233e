package org.jiujin.device.opencv;

import java.util.Optional;

/// Reads a picture's size from its first bytes, so that nothing is decoded that says it is larger than any camera's.
///
/// Knows JPEG (ITU-T T.81, B.2.2: the frame header) and PNG (W3C PNG, 11.2.2: IHDR).
record PictureSize(int width, int height) {
  private static final int PNG_MAGIC = 0x89504E47;
  private static final int PNG_HEADER = 24;

  /// What is no JPEG and no PNG has no size.
  static Optional<PictureSize> of(byte[] file) {
    if (file.length >= PNG_HEADER && word(file, 0) == PNG_MAGIC) {
      return Optional.of(new PictureSize(word(file, 16), word(file, 20)));
    }
    return file.length > 4 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8
        ? jpeg(file)
        : Optional.empty();
  }

  /// Whether it is more than nothing and not more than this many pixels.
  boolean within(long mostPixels) {
    return width > 0 && height > 0 && (long) width * height <= mostPixels;
  }

  private static Optional<PictureSize> jpeg(byte[] file) {
    int at = 2;
    while (at + 9 < file.length) {
      if ((file[at] & 0xFF) != 0xFF) {
        return Optional.empty();
      }
      int marker = file[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++; // a fill byte
      } else if (marker >= 0xC0
          && marker <= 0xCF
          && marker != 0xC4
          && marker != 0xC8
          && marker != 0xCC) {
        return Optional.of(new PictureSize(half(file, at + 7), half(file, at + 5)));
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        at += 2; // stands alone
      } else {
        int length = half(file, at + 2);
        if (marker == 0xDA || length < 2) {
          return Optional.empty();
        }
        at += 2 + length;
      }
    }
    return Optional.empty();
  }

  private static int half(byte[] file, int at) {
    return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
  }

  private static int word(byte[] file, int at) {
    return (half(file, at) << 16) | half(file, at + 2);
  }
}
