package org.jiujin.device.zxing;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;

/// The codewords of a symbol, mended block by block, the least sure ones taken as doubtful first: none, then two, then
/// four, until a block comes out right (generalized minimum distance decoding).
final class Codewords {
  /// Doubtful codewords must leave that many checks as proof, or noise would come out right now and then.
  private static final int SPARE = 3;

  private final ReedSolomon reedSolomon = new ReedSolomon();
  private final int[] block = new int[256];
  private final float[] blockDoubt = new float[256];
  private final int[] places = new int[256];
  private final int[] order = new int[256];

  private int[] codewords = new int[0];
  private float[] doubt = new float[0];

  /// Mends the codewords in the evidence.
  ///
  /// @param sure of all modules, row by row
  /// @return false when a block has too much wrong in it
  boolean mend(float[] sure, int dimension, FormatWord format) {
    var version = Version.getVersionForNumber((dimension - 17) / 4);
    read(sure, dimension, format, version.getTotalCodewords());
    return mendBlocks(version, format.level());
  }

  /// The mended codewords, interleaved as they stand in the symbol.
  int codeword(int i) {
    return codewords[i];
  }

  private void read(float[] sure, int dimension, FormatWord format, int total) {
    if (codewords.length < total) {
      codewords = new int[total];
      doubt = new float[total];
    }
    var path = CodewordPath.of(dimension);
    for (int i = 0; i < total; i++) {
      int word = 0;
      float doubts = 0;
      for (int bit = 0; bit < 8; bit++) {
        int module = path[8 * i + bit];
        int row = module / dimension;
        int column = module % dimension;
        float one = format.mirrored() ? sure[column * dimension + row] : sure[module];
        boolean dark = one < 0 ^ CodewordPath.masked(format.mask(), row, column);
        word = word << 1 | (dark ? 1 : 0);
        float lack = Math.max(0, 1.1f - Math.abs(one));
        doubts += lack * lack * lack * lack;
      }
      codewords[i] = word;
      doubt[i] = doubts;
    }
  }

  private boolean mendBlocks(Version version, ErrorCorrectionLevel level) {
    var blocks = version.getECBlocksForLevel(level);
    int checks = blocks.getECCodewordsPerBlock();
    int count = blocks.getNumBlocks();
    int shortData = blocks.getECBlocks()[0].getDataCodewords();
    int shortBlocks = blocks.getECBlocks()[0].getCount();
    int allData = version.getTotalCodewords() - blocks.getTotalECCodewords();
    for (int b = 0; b < count; b++) {
      int data = b < shortBlocks ? shortData : shortData + 1;
      for (int i = 0; i < data; i++) {
        places[i] = i < shortData ? i * count + b : shortData * count + b - shortBlocks;
      }
      for (int i = 0; i < checks; i++) {
        places[data + i] = allData + i * count + b;
      }
      if (!mendBlock(data + checks, checks)) {
        return false;
      }
    }
    return true;
  }

  private boolean mendBlock(int length, int checks) {
    for (int i = 0; i < length; i++) {
      block[i] = codewords[places[i]];
      blockDoubt[i] = doubt[places[i]];
    }
    reedSolomon.take(block, length, checks);
    if (!reedSolomon.mend(block, order, 0, 0)) {
      int erased = 2;
      sortByDoubt(length, checks);
      while (!reedSolomon.mend(block, order, erased, SPARE)) {
        erased += 2;
        if (erased + SPARE > checks) {
          return false;
        }
      }
    }
    for (int i = 0; i < length; i++) {
      codewords[places[i]] = block[i];
    }
    return true;
  }

  /// The most doubtful first, as many as may be needed.
  private void sortByDoubt(int length, int needed) {
    for (int i = 0; i < Math.min(needed, length); i++) {
      int most = 0;
      for (int j = 1; j < length; j++) {
        if (blockDoubt[j] > blockDoubt[most]) {
          most = j;
        }
      }
      order[i] = most;
      blockDoubt[most] = -1;
    }
  }
}
