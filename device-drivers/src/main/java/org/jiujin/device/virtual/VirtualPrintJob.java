package org.jiujin.device.virtual;

import com.hp.jipp.model.JobState;

/// One job of a virtual printer, a sheet a copy. Guarded by its printer.
final class VirtualPrintJob {
  private final int id;
  private final String name;
  private final int copies;
  private final long nanosPerSheet;
  private boolean begun;
  private boolean cancelled;
  private boolean held;
  private long since = System.nanoTime();
  private long printedNanos;

  VirtualPrintJob(int id, String name, int copies, long nanosPerSheet) {
    this.id = id;
    this.name = name;
    this.copies = copies;
    this.nanosPerSheet = nanosPerSheet;
  }

  int id() {
    return id;
  }

  String name() {
    return name;
  }

  /// The document is there.
  void begin() {
    settle();
    begun = true;
  }

  /// Stops printing, or goes on.
  void hold(boolean stops) {
    settle();
    held = stops;
  }

  void cancel() {
    if (underWay()) {
      settle();
      cancelled = true;
    }
  }

  boolean underWay() {
    return !cancelled && sheets() < copies;
  }

  /// How many are out.
  int sheets() {
    settle();
    return (int) Math.min(copies, printedNanos / nanosPerSheet);
  }

  JobState state() {
    if (cancelled) {
      return JobState.canceled;
    }
    if (!begun) {
      return JobState.pendingHeld;
    }
    if (!underWay()) {
      return JobState.completed;
    }
    return held ? JobState.processingStopped : JobState.processing;
  }

  private void settle() {
    long now = System.nanoTime();
    if (begun && !held && !cancelled) {
      printedNanos += now - since;
    }
    since = now;
  }
}
