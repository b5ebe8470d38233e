package org.jiujin.device.zxing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// A budget in processor time of the current thread, so that other load on the machine takes nothing away.
final class CpuBudget implements Budget {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean BY_CPU = THREADS.isCurrentThreadCpuTimeSupported();

  private final long nanos;
  private long end;
  private boolean spent;

  CpuBudget(Duration limit) {
    nanos = limit.toNanos();
    start();
  }

  /// A new frame.
  void start() {
    spent = false;
    end = now() + nanos;
  }

  @Override
  public boolean spent() {
    spent = spent || now() - end >= 0;
    return spent;
  }

  private static long now() {
    return BY_CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
