package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandVerifier;
import org.jiujin.fleet.command.TrustedKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes commands from the broker and tells what became of them: one thread that runs [CommandLedger]. The command at hand is
/// carried out by a [CommandWork].
final class CommandDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

  /// A command wakes the thread; one that waits for a resident to go begins this late at most.
  private static final Duration BEAT = Duration.ofSeconds(1);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
  private static final int QUEUE_LIMIT = 64;

  private final Supplier<TrustedKeys> keys;
  private final CommandWork work;
  private final BooleanSupplier serving;
  private final Consumer<ByteString> results;
  private final InstantSource clock;
  private final CommandLedger ledger;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final Thread thread = Thread.ofPlatform().name("commands").unstarted(this::run);
  private volatile boolean closing;
  private volatile long lastBeatNanos = System.nanoTime();

  /// @param keys asked with every command, so that a key can be exchanged without a restart
  /// @param serving whether a resident uses the terminal; asked at least once a second
  /// @param results takes each [CommandResult] as bytes; must not wait
  CommandDesk(
      CommandLedger ledger,
      Supplier<TrustedKeys> keys,
      CommandWork work,
      BooleanSupplier serving,
      Consumer<ByteString> results,
      InstantSource clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.work = work;
    this.serving = serving;
    this.results = results;
    this.clock = clock;
  }

  void start() {
    begin();
    thread.start();
  }

  /// What comes before the first turn.
  void begin() {
    queue.add(() -> take(new CommandPolicy.Input.Begun(clock.instant())));
  }

  /// Takes a [org.jiujin.fleet.command.SignedCommand] as it came. Never waits; any thread.
  void arrived(ByteString signed) {
    offer(() ->
        take(
            new CommandPolicy.Input.Arrived(
                clock.instant(), CommandVerifier.verify(signed, keys.get()))));
  }

  /// How long ago the desk's thread last looked up; it does so at least once a second unless the disk takes its time. Any thread.
  Duration sinceLastBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  /// Ends both threads. What is being carried out counts as interrupted when the agent comes back, unless its coming back is
  /// what was ordered.
  @Override
  public void close() {
    closing = true;
    work.close();
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("the disk does not take the memory of commands in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      lastBeatNanos = System.nanoTime();
      try {
        turn(queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the runner's edge: a mistake of ours must not end the desk
        LOG.error("the command desk stumbled and goes on", e);
      }
    }
  }

  /// One turn of the thread, for a caller that is the thread; waits for the disk only.
  void turn() {
    turn(queue.poll());
  }

  /// Whether the next turn is due at once.
  boolean pending() {
    return !queue.isEmpty();
  }

  private void turn(@Nullable Runnable task) {
    take(new CommandPolicy.Input.Serving(serving.getAsBoolean())); // before anything begins
    if (task != null) {
      task.run();
    }
    take(new CommandPolicy.Input.Tick(clock.instant()));
  }

  private void take(CommandPolicy.Input input) {
    ledger.take(input).forEach(this::perform);
  }

  private void perform(CommandPolicy.Effect effect) {
    switch (effect) {
      case CommandPolicy.Effect.Tell(var result) -> tell(result);
      case CommandPolicy.Effect.Run(var command) -> work.begin(command, this::ended);
    }
  }

  private void ended(CommandPolicy.Input.Ended end) {
    if (!closing) {
      offer(() -> take(end));
    }
  }

  private void tell(CommandResult result) {
    LOG.info("command {}: {} {}", result.id(), result.state().word(), result.reason());
    results.accept(CommandCodec.encode(result));
  }

  private void offer(Runnable task) {
    if (!queue.offer(task)) {
      LOG.warn("too many commands at once; one is dropped");
    }
  }
}
