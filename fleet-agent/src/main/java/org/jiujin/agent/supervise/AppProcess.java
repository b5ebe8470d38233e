package org.jiujin.agent.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app's process: started by the agent, and noted on disk so that an agent that was killed finds it again.
final class AppProcess {
  private static final Logger LOG = LoggerFactory.getLogger(AppProcess.class);
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(4);

  private final Process process;

  private AppProcess(Process process) {
    this.process = process;
  }

  /// Starts the app.
  static AppProcess start(SupervisorSettings settings) throws IOException {
    Path log = settings.log().toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(log.getParent(), "a file has a folder"));
    Process process =
        new ProcessBuilder(settings.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var started = new AppProcess(process);
    started.note(note(settings));
    return started;
  }

  /// Ends the app that an earlier agent left behind when it was killed. Two apps cannot share screen and devices.
  static void endOrphan(SupervisorSettings settings) {
    orphan(note(settings)).ifPresent(AppProcess::end);
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  int exitValue() {
    return process.exitValue();
  }

  void destroy() {
    process.destroy();
  }

  void destroyForcibly() {
    process.destroyForcibly();
  }

  private void note(Path file) {
    Optional<Instant> since = process.info().startInstant();
    if (since.isEmpty()) {
      return; // without it a later process with the same pid could not be told apart
    }
    try {
      Files.writeString(file, process.pid() + " " + since.get().toEpochMilli() + "\n");
    } catch (IOException e) {
      LOG.warn("the app's process could not be noted on disk", e);
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
      LOG.warn("the note about an earlier app cannot be read", e);
      return Optional.empty();
    }
  }

  private static void end(ProcessHandle orphan) {
    LOG.info("ending app {} that an earlier agent left behind", orphan.pid());
    orphan.destroy();
    if (!ends(orphan)) {
      orphan.destroyForcibly();
      if (!ends(orphan)) {
        LOG.error("app {} of an earlier agent does not end", orphan.pid());
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

  private static Path note(SupervisorSettings settings) {
    return settings.data().resolve("app.process");
  }
}
