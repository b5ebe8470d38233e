package org.jiujin.agent.lone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiujin.agent.link.FleetLink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program behind `./kiosk agent`: the link of the real agent at any MQTT 5 broker, with a simulated terminal behind
/// it. Leaves in an orderly way at the end of its time and at SIGTERM.
///
/// Ends with 0, with 1 when the terminal was never born, with 2 when the command line cannot be used.
public final class LoneAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoneAgent.class);
  private static final int OK = 0;
  private static final int NEVER_BORN = 1;
  private static final int MISUSED = 2;
  private static final String HELP =
      """
      ./kiosk agent --broker URI --group G --node N [OPTION…]

      The agent's link alone at an MQTT 5 broker, as a Sparkplug B 3.0 edge node with a simulated terminal behind it.

        --broker URI        tcp://HOST:PORT or ssl://HOST:PORT; may be given several times: each attempt goes to the next
        --group G           the Sparkplug group, for example GS-621121
        --node N            the Sparkplug edge node, for example T621121001
        --devices LIST      the devices by id, with commas (idcard,receipt,camera,cabinet); '' for none
        --host ID           wait for this Sparkplug host as the Primary Host; usually there is none
        --tls LIST          ca=FILE[,cert=FILE,key=FILE] for ssl: (PEM; the key as PKCS#8)
        --rate R            changes per second (1), or the time between two, as 5s; 0 for none
        --unplug TIME       pull a device every so often, and plug it in again after the same time
        --complex           report a DataSet and a Template too
        --until TIME        leave after this time, as 25s; otherwise at Ctrl-C
        --seed N            another story at the terminal (1)
        --keep-alive TIME   MQTT's keep-alive (30s)
        --data DIR          where connections are counted, for bdSeq (target/agent/GROUP%2FNODE)

      One line per event on standard error. Ends with 0; 1 when it was never born; 2 when it was called wrongly.
      """;

  private final SimulatedTerminal terminal;
  private final FleetLink link;
  private final ScheduledExecutorService story =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("story").factory());
  private final AtomicInteger born = new AtomicInteger();

  private LoneAgent(LoneOptions options, InstantSource clock) {
    var random = new Random(options.seed());
    terminal = new SimulatedTerminal(options.devices(), options.complex(), random, clock);
    link = new FleetLink(options.link(), terminal::snapshot, this::connected, clock, random);
  }

  /// Runs the command and ends the program.
  ///
  /// @param arguments the home folder and the words of the command line
  public static void main(String[] arguments) {
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    System.exit(run(words, Path.of(arguments[0]), err));
  }

  /// Runs the command.
  ///
  /// @param words of the command line
  /// @param home where files go when no folder is named
  /// @param err for help and complaints; events go to the log
  /// @return the exit code
  public static int run(List<String> words, Path home, PrintStream err) {
    if (words.stream().anyMatch(List.of("--help", "-h", "help")::contains)) {
      err.print(HELP);
      return OK;
    }
    try {
      LoneOptions options = LoneOptions.parse(words, home);
      Files.createDirectories(options.link().data());
      return run(options);
    } catch (UsageException wrong) {
      err.println("kiosk: " + wrong.getMessage());
    } catch (IOException e) {
      err.println(
          "kiosk: there is no room for the agent's own file ("
              + e
              + "); name another folder with --data");
    }
    return MISUSED;
  }

  private static int run(LoneOptions options) {
    var agent = new LoneAgent(options, InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop"));
    agent.start(options);
    agent.await(options.until());
    agent.close();
    return agent.born.get() > 0 ? OK : NEVER_BORN;
  }

  private void start(LoneOptions options) {
    link.start();
    every(options.change(), terminal::change);
    every(options.unplug(), terminal::unplugOrPlug);
  }

  private void every(@Nullable Duration period, Runnable happens) {
    if (period != null) {
      var _ =
          story.scheduleAtFixedRate(
              () -> {
                happens.run();
                link.changed();
              },
              period.toNanos(),
              period.toNanos(),
              TimeUnit.NANOSECONDS);
    }
  }

  private void await(@Nullable Duration time) {
    try {
      // Nothing counts this down: the time ends it, or a signal the program.
      var never = new CountDownLatch(1);
      if (time == null) {
        never.await();
      } else {
        var _ = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void connected(int count) {
    born.set(count);
    terminal.connects(count);
  }

  /// Any thread, once or more often.
  @Override
  public synchronized void close() {
    if (story.isShutdown()) {
      return;
    }
    story.shutdownNow();
    terminal.stop();
    link.changed();
    link.close();
    LOG.info("left");
  }
}
