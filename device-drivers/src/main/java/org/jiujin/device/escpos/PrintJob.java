package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Arrays;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;

/// One receipt on its way to the paper: ask, print, make sure. Runs on the lane.
///
/// Once the first printing byte has left, the answer is [PrintOutcome.Uncertain] unless the printer says that it is done.
final class PrintJob {
  private static final Duration WHOLE_PRINT = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  /// How long a printer that does not reply in order is watched for each line: the slowest print 50 mm a second.
  private static final Duration WATCHED_PER_LINE = Duration.ofMillis(80);

  /// So small that a printer which stops reading is noticed.
  private static final int PIECE_BYTES = 256;

  private static final byte[] ASK_IN_ORDER = {0x1D, 'r', 1};

  private final StatusTalk talk;
  private final Line line;
  private final boolean fresh;
  private final EscPosProfile profile;

  PrintJob(StatusTalk talk, boolean fresh, EscPosProfile profile) {
    this.talk = talk;
    this.line = talk.line();
    this.fresh = fresh;
    this.profile = profile;
  }

  PrintOutcome run(Receipt receipt) {
    var obstacle = talk.inquire(fresh).obstacle();
    if (obstacle.isPresent()) {
      return new PrintOutcome.Refused(obstacle.get());
    }
    talk.begin();
    if (!line.write(EscPosEncoder.preparation(profile.status()))) {
      return new PrintOutcome.Refused(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    var bytes = EscPosEncoder.encode(receipt, profile);
    boolean sent = send(bytes);
    Arrays.fill(bytes, (byte) 0); // a receipt is personal
    return sent ? confirm(receipt) : uncertain(Fault.of(Fault.Code.NOT_CONNECTED));
  }

  private boolean send(byte[] bytes) {
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      int to = Math.min(bytes.length, from + PIECE_BYTES);
      if (!line.write(Arrays.copyOfRange(bytes, from, to))) {
        return false;
      }
    }
    return !asksInOrder() || line.write(ASK_IN_ORDER);
  }

  private boolean asksInOrder() {
    return profile.repliesInOrder() && profile.status() != EscPosProfile.Status.NONE;
  }

  private PrintOutcome confirm(Receipt receipt) {
    if (asksInOrder()) {
      return confirmInOrder(receipt);
    }
    return profile.status() == EscPosProfile.Status.REALTIME
        ? watch(receipt)
        : uncertain(Fault.of(Fault.Code.NO_ANSWER, "confirms nothing"));
  }

  private PrintOutcome confirmInOrder(Receipt receipt) {
    long deadline = System.nanoTime() + WHOLE_PRINT.toNanos();
    while (System.nanoTime() < deadline) {
      boolean done = talk.saidInOrder(LOOK_EVERY);
      if (line.lost()) {
        return uncertain(Fault.of(Fault.Code.NOT_CONNECTED));
      }
      if (done) {
        return new PrintOutcome.Printed(receipt.lines().size());
      }
      var obstacle = talk.obstacle();
      if (obstacle.isPresent()) {
        return uncertain(obstacle.get());
      }
    }
    return uncertain(Fault.of(Fault.Code.NO_ANSWER));
  }

  /// Nothing tells when the strip is out; so the printer must stay well for as long as it can take.
  private PrintOutcome watch(Receipt receipt) {
    long enough =
        System.nanoTime() + WATCHED_PER_LINE.multipliedBy(receipt.lines().size()).toNanos();
    do {
      line.read(LOOK_EVERY);
      var obstacle = talk.obstacle();
      if (obstacle.isPresent()) {
        return uncertain(obstacle.get());
      }
    } while (System.nanoTime() < enough);
    return new PrintOutcome.Printed(receipt.lines().size());
  }

  private static PrintOutcome uncertain(Fault fault) {
    return new PrintOutcome.Uncertain(fault);
  }
}
