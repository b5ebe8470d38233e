package org.jiujin.device.zxing;

import java.util.List;

/// One way to look for corner marks, from cheap to dear.
enum Tier {
  HALF(Picture.HALF, Binarizer.MEAN, 2),
  WHOLE(Picture.WHOLE, Binarizer.MEAN, 3),
  HALF_SHARP(Picture.HALF_SHARP, Binarizer.NEAR_MIDDLE, 1),
  HALF_RATIO(Picture.HALF, Binarizer.RATIO, 1),
  HALF_WIDE(Picture.HALF_SOFT, Binarizer.WIDE_MEAN, 1),
  QUARTER(Picture.QUARTER, Binarizer.WIDE_MEAN, 1),
  QUARTER_SHARP(Picture.QUARTER_SHARP, Binarizer.NEAR_MIDDLE, 1),
  HALF_NEAR(Picture.HALF, Binarizer.NEAR_MIDDLE, 1),
  WHOLE_NEAR(Picture.WHOLE, Binarizer.NEAR_MIDDLE, 2),
  WHOLE_RATIO(Picture.WHOLE, Binarizer.RATIO, 2);

  /// Pictures of the same frame.
  enum Picture {
    WHOLE(1),
    HALF(2),
    HALF_SOFT(2),
    HALF_SHARP(2),
    QUARTER(4),
    QUARTER_SHARP(4),
    EIGHTH(8);

    private final int scale;

    Picture(int scale) {
      this.scale = scale;
    }

    /// The picture at half its size that its cells are measured on.
    Picture smaller() {
      return switch (scale) {
        case 1 -> HALF;
        case 2 -> QUARTER;
        default -> EIGHTH;
      };
    }

    /// The picture in which a module is three to six pixels wide: there noise is averaged, and no detail is lost.
    static Picture forModule(float pixels) {
      return pixels > 14 ? QUARTER : pixels > 6.5f ? HALF : WHOLE;
    }

    /// How many pixels of the frame one of its pixels is wide.
    int scale() {
      return scale;
    }
  }

  /// All, in order.
  static final List<Tier> ALL = List.of(values());

  /// What every live frame is looked at with.
  static final List<Tier> CHEAP = ALL.subList(0, 2);

  /// What live frames take turns with.
  static final List<Tier> DEAR = ALL.subList(2, ALL.size());

  /// What finds most codes.
  static final List<Tier> QUICK = ALL.subList(0, 3);

  private final Picture picture;
  private final Binarizer binarizer;
  private final int step;

  /// @param step every so manieth row is scanned
  Tier(Picture picture, Binarizer binarizer, int step) {
    this.picture = picture;
    this.binarizer = binarizer;
    this.step = step;
  }

  Picture picture() {
    return picture;
  }

  /// True when it is time to look for symbols of which one mark is hidden.
  boolean completes() {
    return this == HALF_SHARP || this == WHOLE_RATIO;
  }

  Binarizer binarizer() {
    return binarizer;
  }

  int step() {
    return step;
  }
}
