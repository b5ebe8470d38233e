package org.jiujin.device.sam;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jiujin.device.line.Redactor;

/// Puts an invented person in the place of the real one in what a reader says, with a right checksum where there was one.
///
/// What the host says carries nothing personal. Whatever is not a whole frame is overwritten with zeros after its head.
final class SamRedactor implements Redactor {
  private static final int STATUS_BYTES = 3;
  private static final int ADDRESS_FRAME_DATA = 70;
  private static final int LEAST_CARD_DATA = 256;

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  @Override
  public byte[] pass(Direction direction, byte[] bytes) {
    if (direction == Direction.TO_DEVICE) {
      return bytes.clone();
    }
    held.writeBytes(bytes);
    var out = new ByteArrayOutputStream();
    for (var frame = whole(); frame.length > 0; frame = whole()) {
      out.writeBytes(redacted(frame));
    }
    return out.toByteArray();
  }

  @Override
  public byte[] rest(Direction direction) {
    var bytes = direction == Direction.TO_DEVICE ? new byte[0] : held.toByteArray();
    if (bytes.length > 0) {
      held.reset();
      blank(bytes, SamFrame.HEAD_BYTES);
    }
    return bytes;
  }

  /// The next whole frame with the noise before it, empty when there is none yet.
  private byte[] whole() {
    var bytes = held.toByteArray();
    int at = indexOfPreamble(bytes);
    if (at < 0 || bytes.length < at + SamFrame.HEAD_BYTES) {
      return new byte[0];
    }
    int length = (bytes[at + 5] & 0xFF) << 8 | (bytes[at + 6] & 0xFF);
    int end = at + SamFrame.HEAD_BYTES + length;
    if (bytes.length < end) {
      return new byte[0];
    }
    held.reset();
    held.write(bytes, end, bytes.length - end);
    var frame = Arrays.copyOf(bytes, end);
    Arrays.fill(frame, 0, at, (byte) 0); // noise may be the rest of a card
    return frame;
  }

  private static byte[] redacted(byte[] noiseAndFrame) {
    int at = indexOfPreamble(noiseAndFrame);
    var frame = Arrays.copyOfRange(noiseAndFrame, at, noiseAndFrame.length);
    boolean right = frame[frame.length - 1] == SamFrame.checksum(frame, frame.length - 1);
    int data = frame.length - SamFrame.HEAD_BYTES - STATUS_BYTES - 1;
    if (data == ADDRESS_FRAME_DATA) {
      InventedCard.address(frame, SamFrame.HEAD_BYTES + STATUS_BYTES);
    } else if (data >= LEAST_CARD_DATA) {
      InventedCard.card(frame, SamFrame.HEAD_BYTES + STATUS_BYTES, frame.length - 1);
    }
    frame[frame.length - 1] = SamFrame.checksum(frame, frame.length - 1);
    if (!right) {
      frame[frame.length - 1] ^= 0x55;
    }
    System.arraycopy(frame, 0, noiseAndFrame, at, frame.length);
    return noiseAndFrame;
  }

  private static int indexOfPreamble(byte[] bytes) {
    var preamble = SamFrame.preamble();
    for (int i = 0; i + preamble.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + preamble.length, preamble, 0, preamble.length)) {
        return i;
      }
    }
    return -1;
  }

  private static void blank(byte[] bytes, int from) {
    if (bytes.length > from) {
      Arrays.fill(bytes, from, bytes.length, (byte) 0);
    }
  }
}
