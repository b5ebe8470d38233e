package org.jiujin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// One life of one reporter: started, born, left alone, measured, ended.
record AgentRun(AgentOptions options, WatchedBroker broker) {
  private static final int BIRTH_SECONDS = 60;
  private static final int END_SECONDS = 30;

  /// Where a run happens.
  ///
  /// @param node the terminal's id, another one in each run
  record Place(Path folder, String broker, String node) {}

  /// What came out.
  ///
  /// @param bornMilliseconds from the start of the process to the arrival of NBIRTH at the broker
  /// @param startMilliseconds processor time until then
  /// @param idlePercent of one core
  /// @param wakeUps a second, while idle
  record Result(
      double bornMilliseconds,
      double startMilliseconds,
      ProcessFigures figures,
      double idlePercent,
      double wakeUps) {}

  Result of(Reporter reporter, Place place) throws IOException, InterruptedException {
    Files.createDirectories(place.folder());
    var builder =
        new ProcessBuilder(reporter.command().of(place))
            .redirectErrorStream(true)
            .redirectOutput(place.folder().resolve("output").toFile());
    builder.environment().putAll(reporter.environment());
    long started = System.nanoTime();
    Process process = builder.start();
    try {
      long born = awaitBirth(process, place);
      double start = ProcessFigures.of(process.pid()).processorMilliseconds();
      leaveAlone(process, place, options.settle().toMillis());
      ProcessFigures before = ProcessFigures.of(process.pid());
      long from = System.nanoTime();
      leaveAlone(process, place, options.idle().toMillis());
      ProcessFigures after = ProcessFigures.of(process.pid());
      double milliseconds = (System.nanoTime() - from) / 1e6;
      return new Result(
          (born - started) / 1e6,
          start,
          after,
          100 * (after.processorMilliseconds() - before.processorMilliseconds()) / milliseconds,
          1000.0 * (after.wakeUps() - before.wakeUps()) / milliseconds);
    } finally {
      end(process);
    }
  }

  private long awaitBirth(Process process, Place place) {
    var _ =
        process
            .onExit()
            .thenAccept(ended ->
                broker
                    .birth(place.node())
                    .completeExceptionally(
                        new IllegalStateException(
                            "it ended with " + ended.exitValue() + ", see " + place.folder())));
    return broker.birth(place.node()).orTimeout(BIRTH_SECONDS, TimeUnit.SECONDS).join();
  }

  private static void leaveAlone(Process process, Place place, long milliseconds)
      throws InterruptedException {
    if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("it ended while it was measured, see " + place.folder());
    }
  }

  static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
