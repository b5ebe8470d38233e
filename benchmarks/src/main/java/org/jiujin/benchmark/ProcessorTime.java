package org.jiujin.benchmark;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// Processor time of the current thread: other load on the machine hardly changes it.
final class ProcessorTime {
  private ProcessorTime() {}

  /// An answer, and what it cost.
  record Timed<T>(T answer, double milliseconds) {}

  static <T> Timed<T> of(Supplier<T> work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    T answer = work.get();
    return new Timed<>(answer, (threads.getCurrentThreadCpuTime() - start) / 1e6);
  }

  /// Of this process since its start, in seconds.
  static double ofProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
