package org.jiujin.agent.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that carries out commands by their [CommandRunner].
final class WorkThread implements CommandWork {
  private static final Logger LOG = LoggerFactory.getLogger(WorkThread.class);

  private final Map<CommandVerb, CommandRunner> runners;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("command-run").factory());

  WorkThread(Map<CommandVerb, CommandRunner> runners) {
    this.runners = Map.copyOf(runners);
  }

  @Override
  public void begin(Command command, Consumer<Input.Ended> ended) {
    work.execute(() -> carryOut(command, ended));
  }

  @Override
  public void close() {
    work.shutdownNow();
    try {
      if (!work.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.warn("a command does not end; it is left behind");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryOut(Command command, Consumer<Input.Ended> ended) {
    long begin = System.nanoTime();
    LOG.info("command {}: {} for {}", command.id(), command.verb(), command.issuer());
    Outcome outcome;
    try {
      outcome = runner(command).run(command);
    } catch (InterruptedException _) {
      return; // the agent ends, and tells when it is back
    } catch (RuntimeException e) { // the runner's edge
      LOG.error("command {} failed", command.id(), e);
      outcome = Outcome.failed("mistake");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    ended.accept(new Input.Ended(command.id(), outcome, took));
  }

  private CommandRunner runner(Command command) {
    return Optional.ofNullable(command.knownVerb().map(runners::get).orElse(null))
        .orElse(_ -> Outcome.refused(Refusal.UNSUPPORTED)); // taken by another version of the agent
  }
}
