package org.jiujin.demo.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The processes of one run. Thread-safe; [#close] may come from a shutdown hook while another thread still starts
/// something: nothing starts after it, and everything that did is stopped.
public final class Launch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LAST_LINES = 15;

  private final Path home;
  private final Path logs;
  private final Map<String, String> environment;
  private final Duration stopLimit;
  private final Leftovers leftovers;
  private final Health health = new Health();
  private final Deque<Child> children = new ArrayDeque<>(); // the youngest first
  private boolean closed;

  /// @param home the folder that programs start in
  /// @param run an existing folder; the logs go to `logs` in it
  /// @param environment added to that of this process
  public Launch(Path home, Path run, Map<String, String> environment) {
    this(home, run, environment, Child.STOP_LIMIT);
  }

  Launch(Path home, Path run, Map<String, String> environment, Duration stopLimit) {
    this.home = home;
    this.logs = run.resolve("logs");
    this.leftovers = new Leftovers(run.resolve("pids"));
    this.environment = Map.copyOf(environment);
    this.stopLimit = stopLimit;
  }

  /// Ends what an earlier run in the same folder left running because it was killed.
  ///
  /// @return the pids that were still there
  public List<Long> endLeftovers() throws IOException {
    return leftovers.end();
  }

  /// Starts programs side by side and waits until each is ready.
  ///
  /// @return one answer for each program up to the first that failed; that one is stopped, the others go on
  public List<Started> start(List<Program> programs) throws InterruptedException {
    var begun = new ArrayList<Child>();
    var answers = new ArrayList<Started>();
    long start = System.nanoTime();
    for (Program program : programs) {
      switch (begin(program)) {
        case Begun.Running(var child) -> begun.add(child);
        case Begun.Not(var why) -> {
          answers.add(failed(program, why));
          return answers;
        }
      }
    }
    for (Child child : begun) {
      Started answer = awaitReady(child, start);
      answers.add(answer);
      if (answer instanceof Started.Failed) {
        stop(child);
        break;
      }
    }
    return answers;
  }

  /// Starts one program and waits until it is ready.
  public Started start(Program program) throws InterruptedException {
    return start(List.of(program)).getLast();
  }

  private sealed interface Begun {
    record Running(Child child) implements Begun {}

    record Not(String why) implements Begun {}
  }

  private synchronized Begun begin(Program program) {
    if (closed) {
      return new Begun.Not("the launch is being stopped");
    }
    try {
      var child = Child.start(program, home, log(program), environment);
      children.push(child);
      leftovers.note(child.handle());
      return new Begun.Running(child);
    } catch (IOException impossible) {
      return new Begun.Not("its process cannot be started: " + impossible.getMessage());
    }
  }

  private Started awaitReady(Child child, long start) throws InterruptedException {
    Program program = child.program();
    long deadline = start + program.limit().toNanos();
    while (System.nanoTime() < deadline) {
      if (health.isGood(program.health())) {
        return new Started.Ready(program.name(), Duration.ofNanos(System.nanoTime() - start));
      }
      if (child.awaitEnd(POLL)) {
        return failed(program, "its process ended with exit code " + child.exitCode());
      }
    }
    return failed(program, "it did not answer within " + program.limit().toSeconds() + " s");
  }

  private Started.Failed failed(Program program, String why) {
    Path log = log(program);
    return new Started.Failed(program.name(), why, log, lastLines(log));
  }

  private static List<String> lastLines(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException unreadable) {
      return List.of(); // no log, or not text: its path is named anyway
    }
  }

  private Path log(Program program) {
    return logs.resolve(program.name() + ".log");
  }

  /// Asks one program to end and makes it when it does not.
  ///
  /// @throws NoSuchElementException if no program of that name runs
  public void stop(String name) {
    stop(running(name));
  }

  /// Ends one program at once, as a power cut would.
  ///
  /// @throws NoSuchElementException if no program of that name runs
  public void kill(String name) {
    Child child = running(name);
    child.kill();
    forget(child);
  }

  /// The process of one program.
  ///
  /// @throws NoSuchElementException if no program of that name runs
  public long pid(String name) {
    return running(name).pid();
  }

  /// The name of a program that has ended by itself, if there is one.
  public synchronized Optional<String> fallen() {
    return children.stream()
        .filter(child -> !child.isAlive())
        .map(child -> child.program().name())
        .findFirst();
  }

  /// True once [#close] was called.
  public synchronized boolean isClosed() {
    return closed;
  }

  private synchronized Child running(String name) {
    return children.stream()
        .filter(child -> child.program().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No program runs under the name " + name));
  }

  private void stop(Child child) {
    child.stop(stopLimit);
    forget(child);
  }

  private synchronized void forget(Child child) {
    children.remove(child);
  }

  /// Stops everything, the youngest first. Can be called again.
  @Override
  public void close() {
    List<Child> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(children);
    }
    left.forEach(this::stop);
    health.close();
    try {
      leftovers.clear();
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
