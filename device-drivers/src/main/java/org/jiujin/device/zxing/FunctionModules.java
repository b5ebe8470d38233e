package org.jiujin.device.zxing;

import com.google.zxing.qrcode.decoder.Version;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The modules of a version whose colour is known before anything is read: corner marks with their margins, timing
/// patterns, alignment patterns and the dark module.
final class FunctionModules {
  /// Not a function module.
  static final byte DATA = 0;

  static final byte LIGHT = 1;
  static final byte DARK = 2;

  /// Format and version information: no data, but not known before.
  static final byte INFORMATION = 3;

  private static final AtomicReferenceArray<FunctionModules> OF_VERSION =
      new AtomicReferenceArray<>(41);

  private final int dimension;
  private final byte[] kind;
  private final short[] known;
  private final int[] alignmentCentres;

  private FunctionModules(Version version) {
    dimension = version.getDimensionForVersion();
    kind = new byte[dimension * dimension];
    alignmentCentres = version.getAlignmentPatternCenters();
    corner(0, 0);
    corner(dimension - 7, 0);
    corner(0, dimension - 7);
    for (int i = 8; i < dimension - 8; i++) {
      set(i, 6, i % 2 == 0 ? DARK : LIGHT);
      set(6, i, i % 2 == 0 ? DARK : LIGHT);
    }
    alignment();
    information(version.getVersionNumber());
    set(8, dimension - 8, DARK);
    known = collect();
  }

  static FunctionModules of(int dimension) {
    int number = (dimension - 17) / 4;
    var known = OF_VERSION.get(number);
    if (known == null) {
      known = new FunctionModules(Version.getVersionForNumber(number));
      OF_VERSION.set(number, known);
    }
    return known;
  }

  int dimension() {
    return dimension;
  }

  /// What kind a module is; modules are counted row by row.
  byte kind(int module) {
    return kind[module];
  }

  /// All modules whose colour is known.
  short[] known() {
    return known;
  }

  /// Rows and columns of the alignment patterns' centres; empty for version 1.
  int[] alignmentCentres() {
    return alignmentCentres;
  }

  /// True where an alignment pattern stands: three of the crossings belong to the corner marks.
  boolean alignmentAt(int column, int row) {
    int last = alignmentCentres.length - 1;
    boolean firstColumn = column == 0;
    boolean firstRow = row == 0;
    return !((firstColumn && (firstRow || row == last)) || (column == last && firstRow));
  }

  private void corner(int left, int top) {
    for (int y = top - 1; y <= top + 7; y++) {
      for (int x = left - 1; x <= left + 7; x++) {
        if (x >= 0 && y >= 0 && x < dimension && y < dimension) {
          int ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3));
          set(x, y, ring == 2 || ring == 4 ? LIGHT : DARK);
        }
      }
    }
  }

  private void alignment() {
    for (int row = 0; row < alignmentCentres.length; row++) {
      for (int column = 0; column < alignmentCentres.length; column++) {
        if (alignmentAt(column, row)) {
          pattern(alignmentCentres[column], alignmentCentres[row]);
        }
      }
    }
  }

  private void pattern(int centreX, int centreY) {
    for (int y = -2; y <= 2; y++) {
      for (int x = -2; x <= 2; x++) {
        boolean light = Math.max(Math.abs(x), Math.abs(y)) == 1;
        set(centreX + x, centreY + y, light ? LIGHT : DARK);
      }
    }
  }

  private void information(int version) {
    for (int i = 0; i < 9; i++) {
      reserve(i, 8);
      reserve(8, i);
    }
    for (int i = dimension - 8; i < dimension; i++) {
      reserve(i, 8);
      reserve(8, i);
    }
    if (version >= 7) {
      for (int i = 0; i < 18; i++) {
        reserve(dimension - 11 + i % 3, i / 3);
        reserve(i / 3, dimension - 11 + i % 3);
      }
    }
  }

  private void reserve(int x, int y) {
    if (kind[y * dimension + x] == DATA) {
      set(x, y, INFORMATION);
    }
  }

  private void set(int x, int y, byte value) {
    kind[y * dimension + x] = value;
  }

  private short[] collect() {
    int count = 0;
    var modules = new short[kind.length];
    for (int i = 0; i < kind.length; i++) {
      if (kind[i] == LIGHT || kind[i] == DARK) {
        modules[count++] = (short) i;
      }
    }
    return java.util.Arrays.copyOf(modules, count);
  }
}
