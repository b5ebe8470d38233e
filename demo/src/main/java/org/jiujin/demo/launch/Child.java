package org.jiujin.demo.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running process of a launch. It ends only by [#stop] or [#kill], never with this object alone.
final class Child {
  /// Gives a child its own session, so that Ctrl-C reaches the launcher only and it can stop the children in order.
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  /// What each process promises to need at most after SIGTERM.
  static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final Program program;
  private final Process process;

  private Child(Program program, Process process) {
    this.program = program;
    this.process = process;
  }

  /// Starts a program in the folder `home`; its output is appended to `log`.
  static Child start(Program program, Path home, Path log, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<String>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(program.command());
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(program, builder.start());
  }

  Program program() {
    return program;
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  /// Waits for the end of the process.
  ///
  /// @return true if it ended within the limit
  boolean awaitEnd(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Asks the process to end, then makes it, with everything it had started.
  ///
  /// @return true if asking was enough
  boolean stop(Duration limit) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    boolean ended = ends(process.toHandle(), limit);
    if (!ended) {
      process.destroyForcibly();
      ends(process.toHandle(), KILL_LIMIT);
    }
    killLeft(descendants);
    return ended;
  }

  /// Ends the process at once, as a power cut would; what it had started lives on.
  void kill() {
    process.destroyForcibly();
    ends(process.toHandle(), KILL_LIMIT);
  }

  /// Kills those that are still there. A handle knows the start time, so a reused pid is never hit.
  static void killLeft(List<ProcessHandle> left) {
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(handle -> ends(handle, KILL_LIMIT));
  }

  /// Waits for an end, whether or not this thread is interrupted: what was started must be stopped.
  private static boolean ends(ProcessHandle handle, Duration limit) {
    CompletableFuture<ProcessHandle> end = handle.onExit();
    boolean interrupted = false;
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          end.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } catch (TimeoutException tooLong) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("Waiting for a process failed", impossible);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
