package org.jiujin.device.line;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jiujin.device.Fault;

/// Plays the device of a recording: what the driver sends is answered as it was answered then.
///
/// A driver that is replayed asks at other times than the one that was recorded. So each thing that it sends is looked for from
/// where the recording stands, then from its begin; the answers that followed there come back, without the pauses.
/// What is not in the recording is not answered. What a device said by itself comes in its place in the order. A line that
/// was lost is lost again at the same place, and can be opened again when it was opened again then.
final class ReplayedLinePort implements LinePort {
  private static final long TURN_NANOSECONDS = 1_000_000;

  private final List<Moment> moments;
  private final Supplier<Redactor> redactors;
  private int next;

  ReplayedLinePort(Recording recording, Supplier<Redactor> redactors) {
    this.moments = recording.moments();
    this.redactors = redactors;
  }

  @Override
  public synchronized Opening open() {
    int opening = indexOf(Moment.What.OPENED, next);
    if (opening < 0) {
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED, "the recording ended"));
    }
    next = opening + 1;
    int end = next;
    while (end < moments.size() && !ends(moments.get(end))) {
      end++;
    }
    return new Opening.Opened(new ReplayedLine(moments.subList(next, end), lostAt(end)));
  }

  private boolean lostAt(int end) {
    return end < moments.size() && moments.get(end).what() == Moment.What.LOST;
  }

  private static boolean ends(Moment moment) {
    return switch (moment.what()) {
      case LOST, CLOSED, OPENED -> true;
      case SENT, RECEIVED -> false;
    };
  }

  private int indexOf(Moment.What what, int from) {
    for (int i = from; i < moments.size(); i++) {
      if (moments.get(i).what() == what) {
        return i;
      }
    }
    return -1;
  }

  private final class ReplayedLine implements Line {
    private final List<Turn> turns;
    private final boolean lostAtTheEnd;
    private final Redactor redactor = redactors.get();
    private final ByteArrayOutputStream incoming = new ByteArrayOutputStream();
    private int at;
    private volatile boolean lost;

    ReplayedLine(List<Moment> spoken, boolean lostAtTheEnd) {
      this.turns = turns(spoken);
      this.lostAtTheEnd = lostAtTheEnd;
      sayUnasked();
    }

    @Override
    public byte[] read(Duration limit) {
      long deadline = System.nanoTime() + limit.toNanos();
      do {
        var bytes = take();
        if (bytes.length > 0 || lost) {
          return bytes;
        }
        LockSupport.parkNanos(TURN_NANOSECONDS);
      } while (System.nanoTime() < deadline);
      return new byte[0];
    }

    @Override
    public synchronized boolean write(byte[] bytes) {
      lost |= lostAtTheEnd && at >= turns.size() && incoming.size() == 0;
      if (lost) {
        return false;
      }
      var asked = redactor.pass(Redactor.Direction.TO_DEVICE, bytes);
      int turn = turnOf(asked);
      if (turn >= 0) {
        incoming.writeBytes(turns.get(turn).answer);
        at = turn + 1;
        sayUnasked();
      }
      return true;
    }

    @Override
    public boolean lost() {
      return lost;
    }

    @Override
    public void close() {
      lost = true;
    }

    private synchronized byte[] take() {
      var bytes = incoming.toByteArray();
      incoming.reset();
      if (bytes.length == 0 && lostAtTheEnd && at >= turns.size()) {
        lost = true;
      }
      return bytes;
    }

    private void sayUnasked() {
      while (at < turns.size() && turns.get(at).question.length == 0) {
        incoming.writeBytes(turns.get(at++).answer);
      }
    }

    private int turnOf(byte[] asked) {
      for (int i = 0; i < turns.size(); i++) {
        int turn = (at + i) % turns.size();
        if (asked.length > 0 && Arrays.equals(turns.get(turn).question, asked)) {
          return turn;
        }
      }
      return -1;
    }

    private static List<Turn> turns(List<Moment> spoken) {
      var turns = new ArrayList<Turn>();
      var answer = new ByteArrayOutputStream();
      var question = new byte[0];
      for (var moment : spoken) {
        if (moment.what() == Moment.What.SENT) {
          add(turns, question, answer);
          question = moment.bytes();
        } else {
          answer.writeBytes(moment.bytes());
        }
      }
      add(turns, question, answer);
      return turns;
    }

    private static void add(List<Turn> turns, byte[] question, ByteArrayOutputStream answer) {
      if (question.length > 0 || answer.size() > 0) {
        turns.add(new Turn(question, answer.toByteArray()));
      }
      answer.reset();
    }
  }

  /// What the driver sent, empty when the device spoke first, and what came back.
  private static final class Turn {
    private final byte[] question;
    private final byte[] answer;

    Turn(byte[] question, byte[] answer) {
      this.question = question;
      this.answer = answer;
    }
  }
}
