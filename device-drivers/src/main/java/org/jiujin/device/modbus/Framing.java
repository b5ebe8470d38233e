package org.jiujin.device.modbus;

import java.util.Optional;

/// How questions and answers are packed for the wire.
interface Framing {
  /// The next question, ready to send.
  byte[] pack(Question question);

  /// The answer to the question that was packed last, wherever it stands among what came: a board on a bus is not alone.
  ///
  /// @param from where to begin
  /// @return function and data, or function with its highest bit set and the code of an exception; empty while there is
  ///     no whole and sound answer
  Optional<byte[]> unpack(byte[] came, int from, Question question);

  /// The answer that begins at a place, if one does.
  static Optional<byte[]> answerAt(byte[] came, int at, Question question) {
    if (at >= came.length) {
      return Optional.empty();
    }
    int function = came[at] & 0xFF;
    if (function == (question.function() | 0x80) && at + 2 <= came.length) {
      return Optional.of(new byte[] {came[at], came[at + 1]});
    }
    int end = at + question.answerBytes();
    if (function != question.function() || end > came.length) {
      return Optional.empty();
    }
    var answer = java.util.Arrays.copyOfRange(came, at, end);
    return Optional.of(answer).filter(question::answeredBy);
  }
}
