package org.jiujin.agent.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// How records stand in a file: two marking bytes, the length in two, the CRC32C of the record in four, the record.
final class Frames {
  static final int HEADER_BYTES = 8;

  private static final short MARK = 0x4a52;

  private Frames() {}

  /// What a file holds.
  ///
  /// @param damaged stretches between whole records that are none
  /// @param goodLength where the last whole record ends; what follows was cut off while it was written
  record Content(List<TerminalRecord> records, int damaged, int goodLength) {}

  static byte[] frame(TerminalRecord terminalRecord) {
    byte[] body = RecordCodec.encode(terminalRecord);
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .putShort(MARK)
        .putShort((short) body.length)
        .putInt(checksum(body))
        .put(body)
        .array();
  }

  static byte[] frames(Stream<TerminalRecord> records) {
    var all = new ByteArrayOutputStream();
    records.forEach(one -> all.writeBytes(frame(one)));
    return all.toByteArray();
  }

  /// Finds every whole record, however damaged the bytes around it are.
  static Content read(byte[] file) {
    List<TerminalRecord> records = new ArrayList<>();
    int damaged = 0;
    int good = 0;
    int at = 0;
    while (at < file.length) {
      Optional<TerminalRecord> whole = at(file, at);
      if (whole.isPresent()) {
        damaged += at > good ? 1 : 0;
        records.add(whole.get());
        at += HEADER_BYTES + length(file, at);
        good = at;
      } else {
        at++;
      }
    }
    return new Content(records, damaged, good);
  }

  private static Optional<TerminalRecord> at(byte[] file, int at) {
    if (file.length - at < HEADER_BYTES) {
      return Optional.empty();
    }
    ByteBuffer frame = ByteBuffer.wrap(file, at, file.length - at);
    short mark = frame.getShort();
    int length = Short.toUnsignedInt(frame.getShort());
    int checksum = frame.getInt();
    if (mark != MARK || length > RecordCodec.MAX_BYTES || length > frame.remaining()) {
      return Optional.empty();
    }
    byte[] body = new byte[length];
    frame.get(body);
    return checksum == checksum(body) ? decoded(body) : Optional.empty();
  }

  private static Optional<TerminalRecord> decoded(byte[] body) {
    try {
      return Optional.of(RecordCodec.decode(body));
    } catch (MalformedMessageException _) {
      return Optional.empty(); // counted with what is damaged
    }
  }

  private static int length(byte[] file, int at) {
    return Short.toUnsignedInt(ByteBuffer.wrap(file, at + Short.BYTES, Short.BYTES).getShort());
  }

  private static int checksum(byte[] body) {
    var checksum = new CRC32C();
    checksum.update(body);
    return (int) checksum.getValue();
  }
}
