package org.jiujin.device.modbus;

import com.digitalpetri.modbus.MbapHeader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Header with transaction, protocol, length and unit, then the PDU (Messaging on TCP/IP V1.0b, section 3.1.3). An answer
/// must repeat the transaction, so that a late one is never taken for another's.
final class TcpFraming implements Framing {
  private static final int HEADER_BYTES = 7;
  private static final int MODBUS = 0;

  private final int unit;
  private int transaction;

  TcpFraming(int unit) {
    this.unit = unit;
  }

  @Override
  public byte[] pack(Question question) {
    transaction = (transaction + 1) & 0xFFFF;
    var pdu = question.pdu();
    return ByteBuffer.allocate(HEADER_BYTES + pdu.length).put(header(pdu.length)).put(pdu).array();
  }

  @Override
  public Optional<byte[]> unpack(byte[] came, int from, Question question) {
    for (int at = from; at + HEADER_BYTES < came.length; at++) {
      var answer = Framing.answerAt(came, at + HEADER_BYTES, question);
      if (answer.isPresent() && begins(came, at, header(answer.get().length))) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] came, int at, byte[] header) {
    return Arrays.equals(came, at, at + header.length, header, 0, header.length);
  }

  private byte[] header(int pduBytes) {
    var header = ByteBuffer.allocate(HEADER_BYTES);
    MbapHeader.Serializer.encode(new MbapHeader(transaction, MODBUS, 1 + pduBytes, unit), header);
    return header.array();
  }
}
