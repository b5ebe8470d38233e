package org.jiujin.console.configuration;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jiujin.console.ingest.CommandTold;
import org.jiujin.console.ingest.TerminalCommands;
import org.jiujin.console.terminal.TerminalBorn;
import org.jiujin.console.terminal.TerminalChanged;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.console.terminal.TerminalView;
import org.jiujin.console.terminal.Terminals;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;

/// Tells each terminal what is wanted of it, until it says that it is so: one thread, which also looks at the files.
///
/// A terminal is looked at when it was born, when a file changed, when a command to it ended, and when it was told and has not answered
/// for a while.
final class Delivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final String ISSUER = "console";

  /// A terminal that says this will say it again: only another version is worth sending.
  private static final Set<String> FINAL =
      Set.of(
          "refused " + Refusal.GIVEN_UP.word(),
          "refused " + Refusal.BAD_VALUE.word(),
          "refused " + Refusal.UNSUPPORTED.word(),
          "refused " + Refusal.UNKNOWN_VERB.word());

  private final LayerFolder folder;
  private final DesiredBook book;
  private final Terminals terminals;
  private final TerminalCommands commands;
  private final CommandSigner signer;
  private final ConfigurationSettings settings;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Attempts attempts;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Set<String> toLookAt = new LinkedHashSet<>(); // the thread's alone
  private final Thread thread =
      Thread.ofPlatform().name("console-configuration").unstarted(this::run);
  private Instant lookAgainAt = Instant.EPOCH;
  private volatile boolean stopping;

  Delivery(
      LayerFolder folder,
      DesiredBook book,
      Terminals terminals,
      TerminalCommands commands,
      CommandSigner signer,
      ConfigurationSettings settings,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.folder = folder;
    this.book = book;
    this.terminals = terminals;
    this.commands = commands;
    this.signer = signer;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
    this.attempts =
        new Attempts(settings.firstRetry(), settings.longestRetry(), settings.perSecond());
  }

  void start() {
    thread.start();
  }

  /// A terminal said everything about itself. Returns at once.
  void born(TerminalBorn born) {
    queue.add(() -> {
      attempts.settled(born.id().name()); // whatever was sent before may be lost
      toLookAt.add(born.id().name());
    });
  }

  /// A terminal said what became of a command. Returns at once.
  void told(CommandTold told) {
    queue.add(() -> take(told.id(), told.result()));
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(STOP_LIMIT); // not interrupted: that would break a database connection
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        Runnable task = queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
        tick(clock.instant());
      } catch (InterruptedException stopped) {
        return;
      } catch (DataAccessException failed) { // the next tick tries again
        LOG.warn("the database does not answer; configurations wait: {}", failed.getMessage());
      } catch (RuntimeException mistake) { // the runner's edge
        LOG.error("the delivery of configurations stumbled and goes on", mistake);
      }
    }
  }

  private void tick(Instant now) {
    if (!now.isBefore(lookAgainAt) || now.isBefore(lookAgainAt.minus(settings.lookEvery()))) {
      lookAgainAt = now.plus(settings.lookEvery());
      if (folder.look()) {
        terminals.all().forEach(terminal -> toLookAt.add(terminal.id().name()));
      }
    }
    toLookAt.addAll(attempts.due(now));
    for (String name : List.copyOf(toLookAt)) {
      if (stopping || !lookAt(name, now)) {
        return; // nobody else would be told either in this second
      }
      toLookAt.remove(name);
    }
  }

  /// @return false when it has to wait for its turn
  private boolean lookAt(String name, Instant now) {
    Optional<TerminalView> found = terminals.find(name);
    if (!folder.everRead() || found.isEmpty()) {
      return true;
    }
    TerminalView terminal = found.get();
    Map<String, Object> metrics = terminal.metrics();
    boolean configurable = metrics.containsKey(NodeMetric.FLEET_CONFIG_VERSION.wireName());
    long version =
        metrics.get(NodeMetric.FLEET_CONFIG_VERSION.wireName()) instanceof Number number
            ? number.longValue()
            : 0;
    String digest =
        metrics.get(NodeMetric.FLEET_CONFIG_DIGEST.wireName()) instanceof String text ? text : "";
    Optional<Desired> wanted =
        book.want(terminal.id(), folder.layers().of(terminal.id()), version, digest);
    boolean nothingToDo =
        wanted.isEmpty()
            || !configurable
            || !terminal.state().isReachable()
            || wanted.get().isReported(version, digest)
            || FINAL.contains(wanted.get().outcome());
    if (nothingToDo) {
      attempts.settled(name);
      return true;
    }
    if (!attempts.may(name, wanted.get().version(), now)) {
      return attempts.isOpen(name, wanted.get().version());
    }
    send(terminal.id(), wanted.get(), now);
    return true;
  }

  private void send(TerminalId id, Desired desired, Instant now) {
    String command =
        "cfg-" + desired.version() + "-" + UUID.randomUUID().toString().substring(0, 8);
    try {
      ByteString document = ConfigurationCodec.sign(desired.configuration(), signer);
      if (document.size() > SignedDocument.MAX_BYTES) {
        LOG.error("the configuration of {} is too long to be sent", id);
        return;
      }
      var order =
          new Command(
              command,
              id.group(),
              id.name(),
              CommandVerb.SET_CONFIGURATION.word(),
              Map.of("document", Base64.getEncoder().encodeToString(document.toByteArray())),
              now,
              now.plus(VALID),
              ISSUER);
      commands.send(id, CommandCodec.encode(signer.sign(order)));
    } catch (GeneralSecurityException e) {
      LOG.error("the console's key does not sign", e);
      return;
    }
    attempts.sent(id.name(), desired.version(), command, now);
    LOG.info("{} is told its configuration {}", id, desired.version());
    tell(id, desired.version(), "sent");
  }

  private void take(TerminalId id, CommandResult result) {
    Optional<Long> version = attempts.versionIn(id.name(), result.id());
    if (version.isEmpty() || !result.state().isFinal()) {
      return;
    }
    String outcome = (result.state().word() + " " + result.reason()).strip();
    LOG.info("{} says of its configuration {}: {}", id, version.get(), outcome);
    tell(id, version.get(), outcome);
    if (result.state() == CommandState.REFUSED
        && result.reason().equals(Refusal.OLD_VERSION.word())) {
      book.find(id.name())
          .filter(desired -> desired.version() == version.get())
          .ifPresent(book::renumber);
      toLookAt.add(id.name());
    }
  }

  private void tell(TerminalId id, long version, String outcome) {
    book.told(id.name(), version, outcome);
    events.publishEvent(new TerminalChanged(id.name()));
  }
}
