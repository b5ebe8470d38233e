package org.jiujin.device.zxing;

/// Ways to tell dark from light by what is around a cell.
enum Binarizer {
  /// Darker than the mean of 5 by 5 cells; flat places are light.
  MEAN(2, 20) {
    @Override
    int threshold(int darkest, int lightest, int mean) {
      return mean;
    }
  },
  /// The same over 11 by 11 cells, for large or blurred symbols and for noise; nothing is flat.
  WIDE_MEAN(5, 2) {
    @Override
    int threshold(int darkest, int lightest, int mean) {
      return mean - mean / 16;
    }
  },
  /// Halfway between darkest and lightest of 3 by 3 cells: for light that changes quickly.
  NEAR_MIDDLE(1, 8) {
    @Override
    int threshold(int darkest, int lightest, int mean) {
      return (darkest + lightest + 1) / 2;
    }
  },
  /// Halfway on a scale of ratios: stripes of moiré darken white by ratios and leave black black.
  RATIO(2, 12) {
    @Override
    int threshold(int darkest, int lightest, int mean) {
      return (int) Math.sqrt((darkest + 4.0) * (lightest + 4.0)) - 4;
    }
  };

  private final int reach;
  private final int flat;

  /// @param reach in cells on each side
  /// @param flat a smaller difference of grey counts as flat
  Binarizer(int reach, int flat) {
    this.reach = reach;
    this.flat = flat;
  }

  /// Greys below it are dark.
  abstract int threshold(int darkest, int lightest, int mean);

  int reach() {
    return reach;
  }

  int flat() {
    return flat;
  }
}
