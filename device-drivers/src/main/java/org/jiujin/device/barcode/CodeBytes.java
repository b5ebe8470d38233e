package org.jiujin.device.barcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiujin.device.scanner.CodeScanner;

/// Cuts what a scanner sends into codes: prefix, code, suffix. What is not within them is noise and dropped, and so are
/// half codes and those that are too long. Used from one thread.
final class CodeBytes {
  private static final int LAST_CONTROL = 0x1F;

  private final byte[] prefix;
  private final Suffix suffix;

  /// Room for the longest code with all around it.
  private final byte[] buffer;

  private int length;
  private Stage stage = Stage.BEFORE;

  CodeBytes(byte[] prefix, Suffix suffix) {
    this.prefix = prefix.clone();
    this.suffix = suffix;
    this.buffer = new byte[prefix.length + CodeScanner.MOST_BYTES + 2];
  }

  /// Takes the next bytes.
  ///
  /// @return the codes that ended in them, without prefix and suffix
  List<byte[]> push(byte[] bytes) {
    var codes = new ArrayList<byte[]>();
    for (byte next : bytes) {
      push(next, codes);
    }
    return codes;
  }

  /// The scanner paused: a code without suffix has ended, any other is a half one.
  List<byte[]> pause() {
    boolean whole = suffix == Suffix.NONE && stage == Stage.WITHIN;
    var codes = new ArrayList<byte[]>();
    if (whole) {
      complete(length, codes);
    }
    reset();
    return codes;
  }

  /// Whether a code has begun and not ended.
  boolean within() {
    return stage == Stage.SKIPPED || length > 0;
  }

  /// Drops the code that has begun, with what is still to come of it.
  void skip() {
    if (within()) {
      wipe();
      stage = Stage.SKIPPED;
    }
  }

  /// Begins anew.
  void reset() {
    wipe();
    stage = Stage.BEFORE;
  }

  private void push(byte next, List<byte[]> codes) {
    if (length == buffer.length) {
      skip();
    }
    if (stage == Stage.SKIPPED) { // keeps only what a suffix of two bytes needs
      buffer[0] = length > 0 ? buffer[length - 1] : 0;
      length = 1;
    }
    buffer[length++] = next;
    switch (stage) {
      case BEFORE -> seekPrefix();
      case WITHIN -> within(next, codes);
      case SKIPPED -> {
        if (suffix.endOf(buffer, length) > 0) {
          reset();
        }
      }
    }
  }

  private void seekPrefix() {
    while (length > 0
        && !Arrays.equals(buffer, 0, length, prefix, 0, Math.min(length, prefix.length))) {
      if (prefix.length == 0) {
        break;
      }
      length--;
      System.arraycopy(buffer, 1, buffer, 0, length);
    }
    if (length >= prefix.length) {
      stage = Stage.WITHIN;
      endsAtOnce();
    }
  }

  private void endsAtOnce() {
    if (prefix.length == 0 && suffix.endOf(buffer, length) > 0) {
      reset(); // an empty line
    }
  }

  private void within(byte next, List<byte[]> codes) {
    int end = suffix.endOf(buffer, length);
    if (end > 0) {
      complete(length - end, codes);
      reset();
    } else if (beginsAgain(next)) {
      wipe();
      System.arraycopy(prefix, 0, buffer, 0, prefix.length);
      length = prefix.length;
    }
  }

  /// A prefix that no text contains tells that the code before it was half.
  private boolean beginsAgain(byte next) {
    int from = length - prefix.length;
    return prefix.length > 0
        && from > 0
        && prefix[0] >= 0
        && prefix[0] <= LAST_CONTROL
        && next == prefix[prefix.length - 1]
        && Arrays.equals(buffer, from, length, prefix, 0, prefix.length);
  }

  private void complete(int end, List<byte[]> codes) {
    int bytes = end - prefix.length;
    if (bytes > 0 && bytes <= CodeScanner.MOST_BYTES) {
      codes.add(Arrays.copyOfRange(buffer, prefix.length, end));
    }
  }

  private void wipe() {
    Arrays.fill(buffer, 0, length, (byte) 0);
    length = 0;
  }

  private enum Stage {
    /// No code has begun.
    BEFORE,
    WITHIN,
    /// What comes belongs to a code that nobody wants.
    SKIPPED
  }
}
