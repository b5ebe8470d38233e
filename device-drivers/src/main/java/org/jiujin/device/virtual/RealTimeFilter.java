package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Takes `DLE EOT n`, `DLE ENQ n` and `DLE DC4 fn m t` out of what comes, wherever they stand, as printers do.
final class RealTimeFilter {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final int ENQ = 0x05;
  private static final int DC4 = 0x14;
  private static final int PULSE_BYTES = 5;

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  Found push(byte next) {
    int value = next & 0xFF;
    int seen = held.size();
    if (seen == 0 && value != DLE) {
      return new Found.Data(List.of(next));
    }
    if (seen == 1 && value == DLE) {
      return new Found.Data(List.of((byte) DLE)); // the second one may begin a command
    }
    held.write(value);
    if (seen == 0) {
      return new Found.Data(List.of());
    }
    return decide(held.toByteArray());
  }

  void reset() {
    held.reset();
  }

  private Found decide(byte[] bytes) {
    boolean short3 = bytes[1] == EOT || bytes[1] == ENQ;
    boolean command = short3 || bytes[1] == DC4;
    if (command && bytes.length < (short3 ? 3 : PULSE_BYTES)) {
      return new Found.Data(List.of());
    }
    held.reset();
    if (!command) {
      return new Found.Data(List.of(bytes[0], bytes[1]));
    }
    return switch (bytes[1]) {
      case EOT -> new Found.Question(bytes[2] & 0xFF);
      case ENQ -> new Found.Recovery(bytes[2] & 0xFF);
      default -> new Found.Pulse();
    };
  }

  /// What a byte completed.
  sealed interface Found {
    /// For the buffer; empty while something is held back.
    record Data(List<Byte> bytes) implements Found {}

    record Question(int n) implements Found {}

    record Recovery(int n) implements Found {}

    record Pulse() implements Found {}
  }
}
