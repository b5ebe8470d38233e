package org.jiujin.device.escpos;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jiujin.device.printer.Bitmap;

/// Dots for `GS v 0`: rows from top to bottom, a bit a dot, the first in the highest bit (devices reference, 6.1).
///
/// A printer executes `DLE EOT`, `DLE ENQ` and `DLE DC4` wherever they stand, in a picture too. Where three of its bytes in a
/// row would be such a command, one dot is made black.
final class Raster {
  /// So that the height fits one byte, and no printer's picture buffer overflows.
  private static final int MOST_ROWS = 128;

  private static final int DLE = 0x10;
  private static final int ONE_MORE_DOT = 0x01;

  private final int rowBytes;
  private final byte[] rows;

  private Raster(int rowBytes, byte[] rows) {
    this.rowBytes = rowBytes;
    this.rows = rows;
  }

  static Raster of(Bitmap bitmap) {
    int rowBytes = (bitmap.width() + 7) / 8;
    var rows = new byte[rowBytes * bitmap.height()];
    for (int y = 0; y < bitmap.height(); y++) {
      for (int x = 0; x < bitmap.width(); x++) {
        if (bitmap.black(x, y)) {
          rows[y * rowBytes + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return new Raster(rowBytes, rows);
  }

  int height() {
    return rows.length / rowBytes;
  }

  /// Appends the commands that print it, in slices, and wipes the rows.
  void writeTo(ByteArrayOutputStream out) {
    for (int row = 0; row < height(); row += MOST_ROWS) {
      int count = Math.min(MOST_ROWS, height() - row);
      var slice = Arrays.copyOfRange(rows, row * rowBytes, (row + count) * rowBytes);
      out.writeBytes(new byte[] {0x1D, 'v', '0', 0, (byte) rowBytes, 0, (byte) count, 0});
      out.writeBytes(withoutRealTimeCommands(slice));
      Arrays.fill(slice, (byte) 0);
    }
    Arrays.fill(rows, (byte) 0); // a name is personal
  }

  static byte[] withoutRealTimeCommands(byte[] slice) {
    for (int i = 0; i + 1 < slice.length; i++) {
      if (slice[i] == DLE && isRealTime(slice[i + 1])) {
        slice[i] |= ONE_MORE_DOT;
      }
    }
    // What follows the last byte is not known here; a command or a text never begins so, but this
    // is cheaper than a proof.
    if (slice.length > 0 && slice[slice.length - 1] == DLE) {
      slice[slice.length - 1] |= ONE_MORE_DOT;
    }
    return slice;
  }

  private static boolean isRealTime(byte second) {
    return second == 0x04 || second == 0x05 || second == 0x14;
  }
}
