package org.jiujin.device.virtual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A receipt printer as seen from the wire, with its roll, its cover and its blade.
///
/// Real-time questions are answered at once, even while the rest waits for paper. Thread-safe: hands open the cover while
/// the port's thread prints.
final class PrinterPeer implements VirtualPort.Peer, EscPosInterpreter.Mechanism {
  static final int FULL_ROLL_MILLIMETRES = 50_000;
  static final int NEAR_END_MILLIMETRES = 3_000;

  private static final int DOTS_PER_MILLIMETRE = 8;
  private static final int BLADE_MILLIMETRES = 12;

  /// What a real printer's buffer holds; what comes on top is lost.
  private static final int BUFFER_BYTES = 64 * 1024;

  private static final int MOST_STRIPS = 200;

  private final PrinterModel model;
  private final long nanosPerMillimetre;
  private final EscPosInterpreter interpreter;
  private final RealTimeFilter realTime = new RealTimeFilter();
  private final ArrayDeque<Byte> buffer = new ArrayDeque<>();
  private final List<byte[]> answers = new ArrayList<>();
  private final List<Strip> strips = new ArrayList<>();
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  private List<StripItem> hanging = new ArrayList<>();
  private long busyUntil = System.nanoTime();
  private double paperMillimetres = FULL_ROLL_MILLIMETRES;
  private boolean idle = true;
  private boolean mute;
  private boolean reportsChanges;
  private byte[] reported = new byte[0];

  PrinterPeer(PrinterModel model) {
    this.model = model;
    this.interpreter = new EscPosInterpreter(this, model.printedDots());
    int speed = model.millimetresPerSecond();
    nanosPerMillimetre = speed == 0 ? 0 : 1_000_000_000L / speed;
  }

  @Override
  public synchronized Iterable<byte[]> exchange(byte[] bytes) {
    for (byte next : bytes) {
      switch (realTime.push(next)) {
        case RealTimeFilter.Found.Data(var data) -> store(data);
        case RealTimeFilter.Found.Question(int n) -> answer(n);
        case RealTimeFilter.Found.Recovery(int n) -> recover(n);
        case RealTimeFilter.Found.Pulse _ -> {
          // a drawer opens that is not there
        }
      }
    }
    work();
    reportIfChanged();
    var out = mute ? List.<byte[]>of() : List.copyOf(answers);
    answers.clear();
    return out;
  }

  /// Power goes with the cable: what was not printed yet never will be, what was hangs out of the slot.
  @Override
  public synchronized void unplugged() {
    buffer.clear();
    answers.clear();
    realTime.reset();
    reportsChanges = false;
    reported = new byte[0];
    interpreter.reset();
  }

  private void recover(int n) {
    if (n == 2) {
      buffer.clear();
      interpreter.reset();
    }
  }

  private void store(List<Byte> data) {
    for (byte next : data) {
      if (buffer.size() < BUFFER_BYTES) {
        buffer.add(next);
      }
    }
  }

  /// Does all that it would have done since it was last looked at.
  private void work() {
    if (idle) {
      busyUntil = Math.max(busyUntil, System.nanoTime());
    }
    while (!buffer.isEmpty() && !stopped() && System.nanoTime() >= busyUntil) {
      interpreter.accept(buffer.remove());
    }
    idle = buffer.isEmpty() || stopped();
  }

  private boolean stopped() {
    return !troubles.isEmpty() || paperMillimetres <= 0;
  }

  @Override
  public void print(StripItem item, int heightDots) {
    double millimetres = (double) heightDots / DOTS_PER_MILLIMETRE;
    hanging.add(item);
    paperMillimetres = Math.max(0, paperMillimetres - millimetres);
    busyUntil += (long) (millimetres * nanosPerMillimetre);
  }

  @Override
  public void cut() {
    paperMillimetres = Math.max(0, paperMillimetres - BLADE_MILLIMETRES);
    busyUntil += BLADE_MILLIMETRES * nanosPerMillimetre;
    strips.add(new Strip(hanging));
    hanging = new ArrayList<>();
    if (strips.size() > MOST_STRIPS) {
      strips.removeFirst();
    }
  }

  @Override
  public boolean reportChanges(boolean on) {
    reportsChanges = on && model.reportsChanges();
    reported = new byte[0]; // switching on is answered by a report
    reportIfChanged();
    return true;
  }

  @Override
  public boolean replyInOrder() {
    if (model.repliesInOrder()) {
      answers.add(new byte[] {(byte) paperBits(0x03, 0x0C)});
    }
    return true;
  }

  private void answer(int n) {
    if (model.answersAtOnce() && n >= 1 && n <= 4) {
      answers.add(new byte[] {realTimeStatus(n)});
    } else if (model.exitSensor() && n == 20) {
      int paper = paperBits(0x04, 0x01) | (strips.isEmpty() ? 0 : 0x20);
      int user = has(Trouble.COVER_OPEN) ? 0x02 : 0;
      answers.add(new byte[] {0x10, 0x0F, (byte) paper, (byte) user, 0, 0});
    }
  }

  private byte realTimeStatus(int n) {
    int bits =
        switch (n) {
          case 1 -> stopped() ? 0x08 : 0;
          case 2 ->
              (has(Trouble.COVER_OPEN) ? 0x04 : 0)
                  | (paperMillimetres <= 0 ? 0x20 : 0)
                  | (errors() != 0 ? 0x40 : 0);
          case 3 -> errors();
          default -> paperBits(0x0C, 0x60);
        };
    return (byte) (0x12 | bits);
  }

  private int errors() {
    return (has(Trouble.CUTTER) ? 0x08 : 0)
        | (has(Trouble.BROKEN) ? 0x20 : 0)
        | (has(Trouble.HOT) ? 0x40 : 0);
  }

  private int paperBits(int nearEnd, int end) {
    return (paperMillimetres < NEAR_END_MILLIMETRES ? nearEnd : 0)
        | (paperMillimetres <= 0 ? end : 0);
  }

  private void reportIfChanged() {
    int first = 0x10 | (stopped() ? 0x08 : 0) | (has(Trouble.COVER_OPEN) ? 0x20 : 0);
    var report = new byte[] {(byte) first, (byte) errors(), (byte) paperBits(0x03, 0x0C), 0};
    if (reportsChanges && !Arrays.equals(report, reported)) {
      reported = report;
      answers.add(report);
    }
  }

  synchronized void paper(int millimetres) {
    paperMillimetres = millimetres;
  }

  synchronized int paperMillimetres() {
    return (int) Math.ceil(paperMillimetres);
  }

  synchronized void coverOpen(boolean open) {
    trouble(Trouble.COVER_OPEN, open);
  }

  synchronized boolean coverOpen() {
    return has(Trouble.COVER_OPEN);
  }

  synchronized void cutterStuck(boolean stuck) {
    trouble(Trouble.CUTTER, stuck);
  }

  synchronized void headHot(boolean hot) {
    trouble(Trouble.HOT, hot);
  }

  synchronized void broken(boolean broken) {
    trouble(Trouble.BROKEN, broken);
  }

  synchronized void mute(boolean silent) {
    mute = silent;
  }

  synchronized List<Strip> strips() {
    return List.copyOf(strips);
  }

  synchronized void takeStrips() {
    strips.clear();
  }

  private boolean has(Trouble trouble) {
    return troubles.contains(trouble);
  }

  private void trouble(Trouble trouble, boolean there) {
    if (there) {
      troubles.add(trouble);
    } else {
      troubles.remove(trouble);
    }
  }

  private enum Trouble {
    COVER_OPEN,
    CUTTER,
    HOT,
    BROKEN
  }
}
