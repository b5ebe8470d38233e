package org.jiujin.device.virtual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

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

  private final long nanosPerMillimetre;
  private final EscPosInterpreter interpreter = new EscPosInterpreter(this);
  private final ArrayDeque<Byte> buffer = new ArrayDeque<>();
  private final List<byte[]> answers = new ArrayList<>();
  private final List<Strip> strips = new ArrayList<>();
  private List<StripItem> hanging = new ArrayList<>();
  private int realTimeBytes;
  private long busyUntil = System.nanoTime();
  private double paperMillimetres = FULL_ROLL_MILLIMETRES;
  private boolean coverOpen;
  private boolean cutterStuck;
  private boolean mute;
  private boolean reportsChanges;

  /// @param millimetresPerSecond how fast it prints; 0 means in no time
  PrinterPeer(int millimetresPerSecond) {
    nanosPerMillimetre = millimetresPerSecond == 0 ? 0 : 1_000_000_000L / millimetresPerSecond;
  }

  @Override
  public synchronized Iterable<byte[]> exchange(byte[] bytes) {
    for (byte next : bytes) {
      sort(next);
    }
    work();
    var out = mute ? List.<byte[]>of() : List.copyOf(answers);
    answers.clear();
    return out;
  }

  /// Power goes with the cable: what was not printed yet never will be, what was hangs out of the slot.
  @Override
  public synchronized void unplugged() {
    buffer.clear();
    answers.clear();
    realTimeBytes = 0;
    reportsChanges = false;
    interpreter.reset();
  }

  /// Takes `10 04 n` and `10 05 n` out of the stream, wherever they stand, as printers do.
  private void sort(byte next) {
    if (realTimeBytes == 0 && next == 0x10) {
      realTimeBytes = 1;
    } else if (realTimeBytes == 1 && (next == 0x04 || next == 0x05)) {
      realTimeBytes = next;
    } else if (realTimeBytes == 0x04) {
      realTimeBytes = 0;
      answers.add(new byte[] {realTimeStatus(next)});
    } else if (realTimeBytes == 0x05) {
      realTimeBytes = 0;
      if (next == 2) {
        buffer.clear();
        interpreter.reset();
      }
    } else {
      if (realTimeBytes == 1) {
        realTimeBytes = 0;
        store((byte) 0x10);
      }
      store(next);
    }
  }

  private void store(byte next) {
    if (buffer.size() < BUFFER_BYTES) {
      buffer.add(next);
    }
  }

  private void work() {
    while (!buffer.isEmpty() && !stopped() && System.nanoTime() >= busyUntil) {
      interpreter.accept(buffer.remove());
    }
  }

  private boolean stopped() {
    return coverOpen || cutterStuck || paperMillimetres <= 0;
  }

  @Override
  public void print(StripItem item, int heightDots) {
    double millimetres = (double) heightDots / DOTS_PER_MILLIMETRE;
    hanging.add(item);
    paperMillimetres = Math.max(0, paperMillimetres - millimetres);
    busyUntil = System.nanoTime() + (long) (millimetres * nanosPerMillimetre);
  }

  @Override
  public void cut() {
    paperMillimetres = Math.max(0, paperMillimetres - BLADE_MILLIMETRES);
    busyUntil = System.nanoTime() + BLADE_MILLIMETRES * nanosPerMillimetre;
    strips.add(new Strip(hanging));
    hanging = new ArrayList<>();
    if (strips.size() > MOST_STRIPS) {
      strips.removeFirst();
    }
  }

  @Override
  public boolean reportChanges(boolean on) {
    reportsChanges = on;
    reportNow();
    return true;
  }

  @Override
  public boolean replyInOrder() {
    answers.add(new byte[] {(byte) paperBits(0x03, 0x0C)});
    return true;
  }

  private byte realTimeStatus(byte n) {
    int bits =
        switch (n) {
          case 1 -> stopped() ? 0x08 : 0;
          case 2 ->
              (coverOpen ? 0x04 : 0)
                  | (paperMillimetres <= 0 ? 0x20 : 0)
                  | (cutterStuck ? 0x40 : 0);
          case 3 -> cutterStuck ? 0x08 : 0;
          case 4 -> paperBits(0x0C, 0x60);
          default -> 0;
        };
    return (byte) (0x12 | bits);
  }

  private int paperBits(int nearEnd, int end) {
    return (paperMillimetres < NEAR_END_MILLIMETRES ? nearEnd : 0)
        | (paperMillimetres <= 0 ? end : 0);
  }

  private void reportNow() {
    if (reportsChanges) {
      int first = 0x10 | (stopped() ? 0x08 : 0) | (coverOpen ? 0x20 : 0);
      answers.add(
          new byte[] {
            (byte) first, (byte) (cutterStuck ? 0x08 : 0), (byte) paperBits(0x03, 0x0C), 0
          });
    }
  }

  synchronized void paper(int millimetres) {
    paperMillimetres = millimetres;
    reportNow();
  }

  synchronized int paperMillimetres() {
    return (int) Math.ceil(paperMillimetres);
  }

  synchronized void coverOpen(boolean open) {
    coverOpen = open;
    reportNow();
  }

  synchronized boolean coverOpen() {
    return coverOpen;
  }

  synchronized void cutterStuck(boolean stuck) {
    cutterStuck = stuck;
    reportNow();
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
}
