package org.jiujin.device.sam;

import java.util.Arrays;

/// Finds frames in what comes from the SAM, byte by byte or all at once.
///
/// It looks for the preamble only outside a frame, because a photo may contain it; noise before a preamble is skipped. It
/// never holds more than one frame.
final class SamFrameParser {
  /// The longest frame in the protocol is 2321 bytes; a length beyond this is noise.
  private static final int MOST_BYTES = 4096;

  private static final int LEAST_LENGTH = 4;

  private final byte[] buffer = new byte[MOST_BYTES];
  private int count;

  /// Takes bytes in until a frame is complete; what follows a complete frame is dropped, because the SAM speaks only
  /// when asked, and once.
  Progress push(byte[] bytes) {
    for (byte next : bytes) {
      var progress = push(next);
      if (!(progress instanceof Progress.More)) {
        return progress;
      }
    }
    return new Progress.More(inFrame());
  }

  /// Forgets an unfinished frame.
  void reset() {
    Arrays.fill(buffer, 0, count, (byte) 0); // it may be half a card
    count = 0;
  }

  private boolean inFrame() {
    return count >= SamFrame.preamble().length;
  }

  private Progress push(byte next) {
    buffer[count++] = next;
    if (count <= 5) {
      alignToPreamble();
      return new Progress.More(inFrame());
    }
    if (count < SamFrame.HEAD_BYTES) {
      return new Progress.More(true);
    }
    int length = (buffer[5] & 0xFF) << 8 | (buffer[6] & 0xFF);
    if (length < LEAST_LENGTH || SamFrame.HEAD_BYTES + length > MOST_BYTES) {
      reset();
      return new Progress.Broken();
    }
    if (count < SamFrame.HEAD_BYTES + length) {
      return new Progress.More(true);
    }
    return complete();
  }

  private Progress complete() {
    boolean right = SamFrame.checksum(buffer, count - 1) == buffer[count - 1];
    boolean timeOut = count == 12 && buffer[7] == 5 && buffer[8] == 5 && buffer[9] == 5;
    var payload = Arrays.copyOfRange(buffer, SamFrame.HEAD_BYTES, count - 1);
    reset();
    if (timeOut) {
      return new Progress.ReaderTimedOut();
    }
    return right ? new Progress.Complete(new SamFrame(payload)) : new Progress.Broken();
  }

  /// Drops bytes from the front until the rest could begin a preamble.
  private void alignToPreamble() {
    var preamble = SamFrame.preamble();
    while (count > 0 && !Arrays.equals(buffer, 0, count, preamble, 0, count)) {
      System.arraycopy(buffer, 1, buffer, 0, count - 1);
      count--;
    }
  }

  /// How far the parser came.
  sealed interface Progress {
    /// The frame is not complete yet.
    ///
    /// @param inFrame whether a preamble was seen, so that a pause now means a frame cut short
    record More(boolean inFrame) implements Progress {}

    record Complete(SamFrame frame) implements Progress {}

    /// Wrong checksum or an impossible length.
    record Broken() implements Progress {}

    /// Some readers say by five fives that their SAM did not answer them in time (3.12).
    record ReaderTimedOut() implements Progress {}
  }
}
