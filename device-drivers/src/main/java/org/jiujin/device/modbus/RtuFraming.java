package org.jiujin.device.modbus;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Unit, PDU, CRC-16 (MODBUS over Serial Line V1.02, section 2.5.1).
///
/// Frames there are told apart by silence, which neither a USB adapter nor a serial server keeps. An answer is known here by
/// its unit, its function, the length that the question gives it, and its checksum.
final class RtuFraming implements Framing {
  private static final int CRC_BYTES = 2;

  private final int unit;

  RtuFraming(int unit) {
    this.unit = unit;
  }

  @Override
  public byte[] pack(Question question) {
    var pdu = question.pdu();
    var frame = ByteBuffer.allocate(1 + pdu.length + CRC_BYTES).put((byte) unit).put(pdu);
    int crc = crc(frame.array(), 0, 1 + pdu.length);
    return frame.put((byte) crc).put((byte) (crc >> 8)).array();
  }

  @Override
  public Optional<byte[]> unpack(byte[] came, int from, Question question) {
    for (int at = from; at < came.length; at++) {
      if ((came[at] & 0xFF) == unit) {
        var answer = Framing.answerAt(came, at + 1, question);
        if (answer.isPresent() && sound(came, at, 1 + answer.get().length)) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean sound(byte[] came, int at, int length) {
    int end = at + length;
    if (end + CRC_BYTES > came.length) {
      return false;
    }
    int said = (came[end] & 0xFF) | (came[end + 1] & 0xFF) << 8;
    return said == crc(came, at, length);
  }

  private static int crc(byte[] bytes, int from, int length) {
    var crc = new Crc16();
    for (int at = from; at < from + length; at++) {
      crc.update(bytes[at] & 0xFF);
    }
    return crc.getValue();
  }
}
