package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;

/// Asks a printer how it is, one question at a time: nothing else is sent before the reply (devices reference, 6.4).
final class RealTimeTalk implements StatusTalk {
  private static final Duration REPLY_LIMIT = Duration.ofMillis(500);
  private static final int MOST_PIECES = 64;

  private final Line line;
  private final StatusParser parser = new StatusParser();
  private boolean saidInOrder;

  RealTimeTalk(Line line) {
    this.line = line;
  }

  @Override
  public Line line() {
    return line;
  }

  /// Asks all four questions.
  @Override
  public Inquiry inquire(boolean again) {
    flush();
    var replies = new int[4];
    for (int n = 1; n <= 4; n++) {
      var reply = ask(n);
      if (reply.isEmpty() && again && n == 1) {
        reply = ask(n);
      }
      if (reply.isEmpty()) {
        return StatusTalk.silence(line);
      }
      replies[n - 1] = reply.get();
    }
    return new Inquiry.Known(new PrinterState(replies[0], replies[1], replies[2], replies[3]));
  }

  @Override
  public Optional<Fault> obstacle() {
    return inquire(false).obstacle();
  }

  @Override
  public boolean saidInOrder(Duration limit) {
    if (!saidInOrder) {
      parser.push(line.read(limit)).forEach(this::note);
    }
    return saidInOrder;
  }

  @Override
  public void begin() {
    flush();
    parser.reset();
    saidInOrder = false;
  }

  private Optional<Integer> ask(int n) {
    if (!line.write(new byte[] {0x10, 0x04, (byte) n})) {
      return Optional.empty();
    }
    long deadline = System.nanoTime() + REPLY_LIMIT.toNanos();
    while (System.nanoTime() < deadline && !line.lost()) {
      var wait = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      var replies = parser.push(line.read(wait));
      // All of them: a reply in order may come in one piece with the one that is waited for.
      replies.forEach(this::note);
      for (var reply : replies) {
        if (reply instanceof StatusParser.Reply.RealTime(var bits)) {
          return Optional.of(bits);
        }
      }
    }
    return Optional.empty();
  }

  private void note(StatusParser.Reply reply) {
    saidInOrder |= reply instanceof StatusParser.Reply.InOrder;
  }

  /// Late replies to earlier questions would be taken for replies to these.
  private void flush() {
    for (int i = 0; i < MOST_PIECES; i++) {
      var late = line.read(Duration.ZERO);
      if (late.length == 0) {
        return;
      }
      parser.push(late).forEach(this::note);
    }
  }
}
