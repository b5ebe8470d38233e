package org.jiujin.device.sam;

import java.time.Duration;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.Link;

/// Asks one thing at a time and waits for the answer, by the rules of the devices reference, 3.2 and 3.6.
final class SamExchange {
  /// A pause longer than this inside a frame ends it.
  private static final Duration BETWEEN_BYTES = Duration.ofMillis(300);

  /// No answer is longer on the wire than this, even at 9600 baud and with pauses.
  private static final Duration LONGEST_FRAME = Duration.ofSeconds(4);

  private SamExchange() {}

  /// Asks, and asks once more when the answer was garbled, or when it was the first on a fresh line and got lost.
  static SamAnswer ask(Link link, Link.State.Up up, SamCommand command) {
    var answer = once(up.line(), command);
    boolean again =
        switch (answer) {
          case SamAnswer.Garbled _ -> true;
          case SamAnswer.Silent _ -> up.fresh();
          case SamAnswer.Answered _, SamAnswer.Lost _ -> false;
        };
    if (again) {
      answer = once(up.line(), command);
    }
    if (answer instanceof SamAnswer.Answered) {
      link.proven();
    }
    return answer;
  }

  private static SamAnswer once(Line line, SamCommand command) {
    flush(line);
    if (!line.write(command.frame())) {
      return new SamAnswer.Lost();
    }
    var answer = receive(line, command.limit());
    if (answer instanceof SamAnswer.Garbled) {
      flush(line);
    }
    return answer;
  }

  private static SamAnswer receive(Line line, Duration firstByte) {
    var parser = new SamFrameParser();
    long begin = System.nanoTime();
    long answerBy = begin + firstByte.toNanos();
    long frameBy = answerBy + LONGEST_FRAME.toNanos();
    boolean inFrame = false;
    while (System.nanoTime() < (inFrame ? frameBy : answerBy)) {
      var wait =
          inFrame ? BETWEEN_BYTES : Duration.ofNanos(Math.max(1, answerBy - System.nanoTime()));
      var bytes = line.read(wait);
      if (bytes.length == 0) {
        parser.reset();
        return quiet(line, inFrame);
      }
      switch (parser.push(bytes)) {
        case SamFrameParser.Progress.More(var within) -> inFrame = within;
        case SamFrameParser.Progress.Complete(var frame) -> {
          return new SamAnswer.Answered(frame);
        }
        case SamFrameParser.Progress.Broken _ -> {
          return new SamAnswer.Garbled();
        }
        case SamFrameParser.Progress.ReaderTimedOut _ -> {
          return new SamAnswer.Silent();
        }
      }
    }
    parser.reset();
    return new SamAnswer.Garbled(); // noise without end
  }

  private static SamAnswer quiet(Line line, boolean inFrame) {
    if (line.lost()) {
      return new SamAnswer.Lost();
    }
    return inFrame ? new SamAnswer.Garbled() : new SamAnswer.Silent();
  }

  /// Throws away what came late, so that it is not taken for the next answer.
  private static void flush(Line line) {
    for (int i = 0; i < 16 && line.read(Duration.ZERO).length > 0; i++) {
      // bounded: a device that never falls silent is garbled anyway
    }
  }
}
