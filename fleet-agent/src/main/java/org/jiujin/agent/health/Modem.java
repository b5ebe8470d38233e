package org.jiujin.agent.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mobile modem, as ModemManager knows it. Its own program is asked once a minute at most, on a thread that ends with the answer
/// and that nobody waits for; D-Bus itself would take a library.
///
/// Where the program is missing, refuses, hangs or talks too much, the modem says nothing.
final class Modem {
  /// ModemManager's program; found by `PATH`.
  static final String PROGRAM = "mmcli";

  static final Duration ASK_EVERY = Duration.ofSeconds(60);

  /// For each call of the program.
  static final Duration LIMIT = Duration.ofSeconds(3);

  /// What is not asked again within this is old and counts no more: a modem that was unplugged is not there.
  private static final Duration HOLDS = ASK_EVERY.multipliedBy(2);

  /// A usual answer has about 5 KB.
  private static final int MOST_BYTES = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Modem.class);

  private final String program;
  private final Duration limit;
  private final LongSupplier nanos;
  private final Executor asking;
  private final AtomicReference<Turn> turn;

  /// @param asking whether the thread is at work
  /// @param at when it began, in nanoseconds
  private record Turn(boolean asking, long at, ModemReport report) {}

  Modem(String program) {
    this(
        program,
        LIMIT,
        System::nanoTime,
        task -> Thread.ofPlatform().daemon().name("modem").start(task));
  }

  /// @param nanos a count of nanoseconds that nobody can set
  /// @param asking where the program is waited for
  Modem(String program, Duration limit, LongSupplier nanos, Executor asking) {
    this.asking = asking;
    this.program = program;
    this.limit = limit;
    this.nanos = nanos;
    this.turn =
        new AtomicReference<>(
            new Turn(false, nanos.getAsLong() - HOLDS.toNanos(), ModemReport.NONE));
  }

  /// What it said last, and asks it again if that is a minute ago. Never waits: the first answer comes with a later call.
  ModemReport report() {
    long now = nanos.getAsLong();
    Turn last = turn.get();
    long age = now - last.at();
    if (!last.asking() && age >= ASK_EVERY.toNanos()) {
      var next = new Turn(true, now, age >= HOLDS.toNanos() ? ModemReport.NONE : last.report());
      if (turn.compareAndSet(last, next)) {
        asking.execute(() -> ask(next));
        return next.report();
      }
    }
    return age >= HOLDS.toNanos() ? ModemReport.NONE : last.report();
  }

  private void ask(Turn mine) {
    ModemReport said = ModemReport.NONE;
    try {
      said = askAll();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      turn.set(new Turn(false, mine.at(), said));
    }
  }

  private ModemReport askAll() throws InterruptedException {
    ModemReport modem = ask("--modem=any");
    if (modem.properties().isEmpty()) {
      return modem; // none is plugged in, or there is no ModemManager
    }
    ModemReport signal = ask("--modem=any", "--signal-get");
    if (signal.measuresNothing()) {
      // heard from the next time on; may be refused, then there is no figure
      ask("--modem=any", "--signal-setup=" + ASK_EVERY.toSeconds());
    }
    return modem.and(signal);
  }

  private ModemReport ask(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "--output-keyvalue"));
    command.addAll(List.of(words));
    try {
      return ModemReport.of(printed(command));
    } catch (IOException e) {
      LOG.debug("ModemManager's program is not there: {}", e.toString());
      return ModemReport.NONE;
    }
  }

  /// What a program printed; empty if it failed, did not end in time, or printed too much.
  private String printed(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    var _ =
        process
            .onExit()
            .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, late) -> {
              if (late != null) { // to end one that has ended closes what is still to be read
                end(process);
              }
            });
    byte[] out = process.getInputStream().readNBytes(MOST_BYTES);
    if (out.length == MOST_BYTES) {
      end(process);
    }
    boolean well =
        process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    if (!well) {
      LOG.debug("{} failed", command);
    }
    return well ? new String(out, StandardCharsets.UTF_8) : "";
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
