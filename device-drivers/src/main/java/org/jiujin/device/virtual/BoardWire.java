package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// How a board's requests and answers look on the wire: with a checksum on a bus, with a header on TCP.
enum BoardWire {
  RTU {
    @Override
    Optional<Request> next(byte[] bytes) {
      if (bytes.length < 8) {
        return Optional.empty();
      }
      int function = bytes[1] & 0xFF;
      int length = function == 15 || function == 16 ? 9 + (bytes[6] & 0xFF) : 8;
      if (bytes.length < length) {
        return Optional.empty();
      }
      boolean sound =
          crc(bytes, length - 2) == ((bytes[length - 2] & 0xFF) | (bytes[length - 1] & 0xFF) << 8);
      return sound
          ? Optional.of(
              new Request(0, bytes[0] & 0xFF, Arrays.copyOfRange(bytes, 1, length - 2), length))
          : Optional.of(new Request(0, NOBODY, new byte[5], 1));
    }

    @Override
    byte[] frame(int transaction, int unit, byte[] pdu) {
      var frame = new ByteArrayOutputStream();
      frame.write(unit);
      frame.writeBytes(pdu);
      int crc = crc(frame.toByteArray(), frame.size());
      frame.write(crc);
      frame.write(crc >> 8);
      return frame.toByteArray();
    }
  },
  TCP {
    @Override
    Optional<Request> next(byte[] bytes) {
      if (bytes.length < 12) {
        return Optional.empty();
      }
      int length = 6 + BoardTables.word(bytes, 4);
      if (bytes.length < length) {
        return Optional.empty();
      }
      return Optional.of(
          new Request(
              BoardTables.word(bytes, 0),
              bytes[6] & 0xFF,
              Arrays.copyOfRange(bytes, 7, Math.max(12, length)),
              Math.max(12, length)));
    }

    @Override
    byte[] frame(int transaction, int unit, byte[] pdu) {
      var frame = new ByteArrayOutputStream();
      frame.write(transaction >> 8);
      frame.write(transaction);
      frame.write(0);
      frame.write(0);
      frame.write((pdu.length + 1) >> 8);
      frame.write(pdu.length + 1);
      frame.write(unit);
      frame.writeBytes(pdu);
      return frame.toByteArray();
    }
  };

  private static final int NOBODY = -1;

  /// The request at the beginning of what came, or one byte of noise for nobody; empty while more must come.
  abstract Optional<Request> next(byte[] bytes);

  abstract byte[] frame(int transaction, int unit, byte[] pdu);

  /// Bit by bit, as the specification draws it (MODBUS over Serial Line V1.02, appendix B).
  private static int crc(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
      }
    }
    return crc;
  }

  /// What a driver asked.
  static final class Request {
    final int transaction;
    final int unit;
    final byte[] pdu;

    /// How many bytes of the stream it took.
    final int length;

    private Request(int transaction, int unit, byte[] pdu, int length) {
      this.transaction = transaction;
      this.unit = unit;
      this.pdu = pdu;
      this.length = length;
    }
  }
}
