package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;

/// Listens to a printer that tells its state when it changes (ASB; devices reference, 6.3) and knows no real-time
/// questions.
///
/// Switching the reports on is answered by one, and so serves as the question. A printer that is stopped leaves it
/// unread among the rest; what it said last is what holds then, and it is asked rarely, or its buffer would fill up.
final class AutoStatusTalk implements StatusTalk {
  /// Online, error and paper; not the drawer.
  static final int REPORTS = 0x0E;

  private static final Duration REPLY_LIMIT = Duration.ofMillis(500);

  /// A reply in order is one byte by itself; several in a row are the rest of a report whose beginning was lost.
  private static final Duration ALONE = Duration.ofMillis(30);

  private static final byte[] ASK = {0x1D, 'a', REPORTS};
  private static final int LOOKS_BETWEEN_QUESTIONS = 10;
  private static final int MOST_PIECES = 64;

  private final Line line;
  private final StatusParser parser = new StatusParser();
  private Inquiry last = new Inquiry.Failed(Fault.of(Fault.Code.NO_ANSWER));
  private int reports;
  private int inOrder;
  private int looksWhileStopped;

  AutoStatusTalk(Line line) {
    this.line = line;
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public Inquiry inquire(boolean again) {
    listen();
    if (stopped() && ++looksWhileStopped % LOOKS_BETWEEN_QUESTIONS != 0 && !line.lost()) {
      return last;
    }
    for (int attempt = again ? 2 : 1; attempt > 0 && !line.lost(); attempt--) {
      if (asked()) {
        return last;
      }
    }
    return stopped() && !line.lost() ? last : StatusTalk.silence(line);
  }

  @Override
  public Optional<Fault> obstacle() {
    listen();
    return line.lost() ? StatusTalk.silence(line).obstacle() : last.obstacle();
  }

  @Override
  public boolean saidInOrder(Duration limit) {
    hear(limit);
    if (inOrder == 0) {
      return false;
    }
    hear(ALONE);
    boolean alone = inOrder == 1;
    inOrder = 0;
    return alone;
  }

  @Override
  public void begin() {
    listen();
    inOrder = 0;
  }

  private boolean stopped() {
    return last instanceof Inquiry.Known(var state) && state.obstacle().isPresent();
  }

  private boolean asked() {
    int before = reports;
    line.write(ASK);
    long deadline = System.nanoTime() + REPLY_LIMIT.toNanos();
    while (reports == before && System.nanoTime() < deadline && !line.lost()) {
      hear(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return reports > before;
  }

  private void listen() {
    for (int i = 0; i < MOST_PIECES && hear(Duration.ZERO); i++) {
      // until nothing is left
    }
  }

  private boolean hear(Duration limit) {
    var piece = line.read(limit);
    for (var reply : parser.push(piece)) {
      switch (reply) {
        case StatusParser.Reply.AutoStatus(var state) -> {
          last = new Inquiry.Known(state);
          reports++;
          looksWhileStopped = 0;
        }
        case StatusParser.Reply.InOrder _ -> inOrder++;
        case StatusParser.Reply.RealTime _ -> {
          // nobody asked
        }
      }
    }
    return piece.length > 0;
  }
}
