package org.jiujin.agent.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program that the agent started, the app or the safe screen: noted on disk, so that an agent that was killed finds it
/// again.
final class ChildProcess implements AppProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(4);

  private final Process process;
  private final Path log;
  private final long logBegin;

  private ChildProcess(Process process, Path log, long logBegin) {
    this.process = process;
    this.log = log;
    this.logBegin = logBegin;
  }

  /// Starts a program.
  ///
  /// @param log where its output is appended; its folder is made if missing
  /// @param note where it is noted
  static ChildProcess start(List<String> command, Path log, Path note) throws IOException {
    Path file = log.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file has a folder"));
    long logBegin = Files.exists(file) ? Files.size(file) : 0;
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
            .start();
    var started = new ChildProcess(process, file, logBegin);
    started.note(note);
    return started;
  }

  /// Ends the program that an earlier agent left behind when it was killed. Two apps cannot share screen and devices.
  static void endOrphan(Path note) {
    orphan(note).ifPresent(ChildProcess::end);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public int exitValue() {
    return process.exitValue();
  }

  @Override
  public String lastWords() {
    return LastWords.read(log, logBegin);
  }

  @Override
  public OptionalLong megabytes() {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException _) {
      return OptionalLong.empty(); // it has just ended, or this is not Linux
    }
  }

  @Override
  public void destroy() {
    process.destroy();
  }

  @Override
  public void destroyForcibly() {
    process.destroyForcibly();
  }

  private void note(Path file) {
    Optional<Instant> since = process.info().startInstant();
    if (since.isEmpty()) {
      return; // without it a later process with the same pid could not be told apart
    }
    // Always as long, and over what is there: on a full disk a file that is emptied first stays
    // empty.
    String line = "%019d %019d\n".formatted(process.pid(), since.get().toEpochMilli());
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOG.warn("process {} could not be noted on disk", process.pid(), e);
    }
  }

  private static Optional<ProcessHandle> orphan(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] noted = Files.readString(file).strip().split(" ", -1);
      long since = Long.parseLong(noted[noted.length - 1]);
      return ProcessHandle.of(Long.parseLong(noted[0]))
          .filter(ProcessHandle::isAlive)
          .filter(handle ->
              handle.info().startInstant().map(at -> at.toEpochMilli() == since).orElse(false));
    } catch (IOException | NumberFormatException e) {
      LOG.warn("the note {} cannot be read", file.getFileName(), e);
      return Optional.empty();
    }
  }

  private static void end(ProcessHandle orphan) {
    LOG.info("ending process {} that an earlier agent left behind", orphan.pid());
    orphan.destroy();
    if (!ends(orphan)) {
      orphan.destroyForcibly();
      if (!ends(orphan)) {
        LOG.error("process {} of an earlier agent does not end", orphan.pid());
      }
    }
  }

  private static boolean ends(ProcessHandle handle) {
    try {
      handle.onExit().get(ORPHAN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException _) {
      return !handle.isAlive();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !handle.isAlive();
    }
  }
}
