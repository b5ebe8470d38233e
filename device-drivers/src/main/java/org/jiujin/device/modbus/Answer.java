package org.jiujin.device.modbus;

import java.util.HexFormat;
import java.util.Map;
import org.jiujin.device.Fault;

/// What came of a question.
sealed interface Answer {
  /// The board did as asked.
  ///
  /// @param values of the cells that were read
  record Said(Map<Cell, Integer> values) implements Answer {}

  /// It did not; everything else but this is the other answers.
  sealed interface Failed extends Answer {
    Fault fault();

    /// Whether the fault may be gone with the next question.
    default boolean passing() {
      return true;
    }
  }

  /// The board answered that it will not or cannot (Application Protocol V1.1b3, section 7).
  record Excepted(int code) implements Failed {
    @Override
    public Fault fault() {
      return switch (code) {
        case 1 -> Fault.of(Fault.Code.MISCONFIGURED, "illegal function");
        case 2 -> Fault.of(Fault.Code.MISCONFIGURED, "illegal data address");
        case 3 -> Fault.of(Fault.Code.MISCONFIGURED, "illegal data value");
        case 5, 6 -> Fault.of(Fault.Code.NO_ANSWER, "busy");
        case 10, 11 -> Fault.of(Fault.Code.NO_ANSWER, "gateway");
        default ->
            Fault.of(
                Fault.Code.DEVICE_FAILED, "exception " + HexFormat.of().toHexDigits((byte) code));
      };
    }

    @Override
    public boolean passing() {
      return fault().code() == Fault.Code.NO_ANSWER;
    }
  }

  /// Nothing came, but perhaps the echo of the question.
  record Silent() implements Failed {
    @Override
    public Fault fault() {
      return Fault.of(Fault.Code.NO_ANSWER);
    }
  }

  /// Bytes came, and no answer to this question among them.
  record Garbled() implements Failed {
    @Override
    public Fault fault() {
      return Fault.of(Fault.Code.GARBLED_ANSWER);
    }
  }

  /// The line was lost.
  record Lost() implements Failed {
    @Override
    public Fault fault() {
      return Fault.of(Fault.Code.NOT_CONNECTED);
    }
  }
}
