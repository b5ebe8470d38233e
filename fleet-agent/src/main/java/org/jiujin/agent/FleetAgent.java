package org.jiujin.agent;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent's program: `java -jar fleet-agent.jar --config=FILE`. Runs until SIGTERM.
///
/// Ends with 2 when the command line or the configuration cannot be used, with 1 when the agent cannot start, and with 75 when the
/// operator ordered it to start anew: systemd does that.
public final class FleetAgent {
  private static final Logger LOG = LoggerFactory.getLogger(FleetAgent.class);
  private static final String CONFIG = "--config=";
  private static final Duration START_LIMIT = Duration.ofSeconds(5);
  private static final int START_ANEW = 75; // EX_TEMPFAIL of sysexits.h: try again

  private FleetAgent() {}

  /// Runs the agent.
  ///
  /// @param args `--config=FILE`, nothing else
  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<Agent> agent = new CompletableFuture<>();
    // Before the start, which begins with the app: it must not be left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(agent), "stop"));
    try {
      agent.complete(Agent.start(AgentConfig.load(configFile(args)), FleetAgent::leave));
      new CountDownLatch(1).await(); // the shutdown hook is the way out
    } catch (BadConfigException e) {
      LOG.error("{}", e.getMessage());
      agent.completeExceptionally(e);
      System.exit(2);
    } catch (IOException e) {
      LOG.error("the agent cannot start", e);
      agent.completeExceptionally(e);
      System.exit(1);
    }
  }

  private static void stop(CompletableFuture<Agent> agent) {
    try {
      agent.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS).close();
    } catch (ExecutionException _) {
      // it never started, and has said why
    } catch (TimeoutException _) {
      LOG.error("the agent is asked to end while it starts, and does not get through");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void leave() {
    Thread.ofPlatform().name("start-anew").start(() -> System.exit(START_ANEW));
  }

  private static Path configFile(String[] args) throws BadConfigException {
    if (args.length != 1 || !args[0].startsWith(CONFIG)) {
      throw new BadConfigException("start the agent with --config=FILE and nothing else");
    }
    try {
      return Path.of(args[0].substring(CONFIG.length()));
    } catch (InvalidPathException e) {
      throw new BadConfigException("--config must name a file", e);
    }
  }
}
