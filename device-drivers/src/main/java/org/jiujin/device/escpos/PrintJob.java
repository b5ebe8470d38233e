package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
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

  /// So small that a printer which stops reading is noticed.
  private static final int PIECE_BYTES = 256;

  private static final byte[] ASK_IN_ORDER = {0x1D, 'r', 1};

  private final Line line;
  private final boolean fresh;
  private final EscPosProfile profile;
  private final StatusTalk talk;

  PrintJob(Line line, boolean fresh, EscPosProfile profile) {
    this.line = line;
    this.fresh = fresh;
    this.profile = profile;
    this.talk = new StatusTalk(line);
  }

  PrintOutcome run(Receipt receipt) {
    var obstacle = obstacle();
    if (obstacle.isPresent()) {
      return new PrintOutcome.Refused(obstacle.get());
    }
    if (!line.write(EscPosEncoder.preparation())) {
      return new PrintOutcome.Refused(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    var bytes = EscPosEncoder.encode(receipt, profile);
    boolean sent = send(bytes);
    Arrays.fill(bytes, (byte) 0); // a receipt is personal
    return sent ? confirm(receipt) : uncertain(Fault.of(Fault.Code.NOT_CONNECTED));
  }

  private Optional<Fault> obstacle() {
    return switch (talk.inquire(fresh)) {
      case StatusTalk.Inquiry.Known(var state) -> state.obstacle();
      case StatusTalk.Inquiry.Failed(var fault) -> Optional.of(fault);
    };
  }

  private boolean send(byte[] bytes) {
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      int to = Math.min(bytes.length, from + PIECE_BYTES);
      if (!line.write(Arrays.copyOfRange(bytes, from, to))) {
        return false;
      }
    }
    return !profile.repliesInOrder() || line.write(ASK_IN_ORDER);
  }

  private PrintOutcome confirm(Receipt receipt) {
    long deadline = System.nanoTime() + WHOLE_PRINT.toNanos();
    while (System.nanoTime() < deadline) {
      boolean done = !profile.repliesInOrder() || talk.saidInOrder(LOOK_EVERY);
      if (line.lost()) {
        return uncertain(Fault.of(Fault.Code.NOT_CONNECTED));
      }
      if (done && profile.repliesInOrder()) {
        return new PrintOutcome.Printed(receipt.lines().size());
      }
      var obstacle = obstacle();
      if (obstacle.isPresent()) {
        return uncertain(obstacle.get());
      }
      if (done) {
        return new PrintOutcome.Printed(receipt.lines().size());
      }
    }
    return uncertain(Fault.of(Fault.Code.NO_ANSWER));
  }

  private static PrintOutcome uncertain(Fault fault) {
    return new PrintOutcome.Uncertain(fault);
  }
}
