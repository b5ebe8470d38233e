package org.jiujin.device.modbus;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.Link;

/// Asks a board one thing at a time and waits for the answer. Used on the lane.
///
/// RTU has no transaction: a late answer looks like one to the next question. After a question without an answer nothing is
/// asked before the line was quiet for as long as an answer may take.
final class Exchange {
  /// The silence between frames, 3.5 characters at 9600 baud (MODBUS over Serial Line V1.02, section 2.5.1.1).
  private static final long BETWEEN_FRAMES_NANOS = 4_000_000;

  private static final int MOST_BYTES = 1024;

  private final Framing framing;
  private final Duration answerLimit;
  private volatile boolean outOfStep;
  private volatile boolean echoes;

  Exchange(Framing framing, Duration answerLimit) {
    this.framing = framing;
    this.answerLimit = answerLimit;
  }

  /// Asks, and asks once more when the answer was garbled, or when it was the first on a fresh line and got lost. All
  /// questions may be asked twice: a write says what an output shall be, not that it shall change.
  Answer ask(Link link, Link.State.Up up, Question question) {
    var answer = once(up.line(), question);
    boolean again =
        switch (answer) {
          case Answer.Garbled _ -> true;
          case Answer.Silent _ -> up.fresh();
          case Answer.Said _, Answer.Excepted _, Answer.Lost _ -> false;
        };
    if (again) {
      answer = once(up.line(), question);
    }
    if (answer instanceof Answer.Said || answer instanceof Answer.Excepted) {
      link.proven();
    }
    return answer;
  }

  /// Another board may be plugged in next.
  void forget() {
    outOfStep = false;
    echoes = false;
  }

  private Answer once(Line line, Question question) {
    LockSupport.parkNanos(BETWEEN_FRAMES_NANOS);
    flush(line);
    var sent = framing.pack(question);
    if (!line.write(sent)) {
      return new Answer.Lost();
    }
    var answer = receive(line, sent, question);
    outOfStep = answer instanceof Answer.Silent || answer instanceof Answer.Garbled;
    return answer;
  }

  private Answer receive(Line line, byte[] sent, Question question) {
    var received = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + answerLimit.toNanos();
    while (received.size() < MOST_BYTES) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      received.writeBytes(line.read(Duration.ofNanos(left)));
      if (line.lost()) {
        return new Answer.Lost();
      }
      var came = received.toByteArray();
      int from = afterEcho(came, sent, question);
      if (from >= 0) {
        var answer = framing.unpack(came, from, question);
        if (answer.isPresent()) {
          return said(question, answer.get());
        }
      }
    }
    var came = received.toByteArray();
    return came.length == 0 || Arrays.equals(came, sent)
        ? new Answer.Silent()
        : new Answer.Garbled();
  }

  private static Answer said(Question question, byte[] answer) {
    return (answer[0] & 0x80) != 0
        ? new Answer.Excepted(answer[1] & 0xFF)
        : new Answer.Said(question.values(answer));
  }

  /// Some RS-485 adapters hear themselves, and the answer to a write looks like the write. Whether a line echoes is learnt
  /// with each read, and only what follows the echo is an answer then.
  ///
  /// @return where the answer may begin, negative while the echo has not come
  private int afterEcho(byte[] came, byte[] sent, Question question) {
    boolean begins =
        came.length >= sent.length && Arrays.equals(came, 0, sent.length, sent, 0, sent.length);
    if (question.reads()) {
      echoes = begins;
      return 0;
    }
    if (!echoes) {
      return 0;
    }
    return begins ? sent.length : -1;
  }

  /// Throws away what came late or uncalled for; bounded, because a device that never falls silent is garbled anyway.
  private void flush(Line line) {
    var quiet = outOfStep ? answerLimit : Duration.ZERO;
    for (int i = 0; i < 64 && line.read(quiet).length > 0; i++) {
      // thrown away
    }
  }
}
