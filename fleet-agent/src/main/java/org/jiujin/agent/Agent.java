package org.jiujin.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jiujin.agent.command.AppDoor;
import org.jiujin.agent.command.CommandRunner;
import org.jiujin.agent.command.Commands;
import org.jiujin.agent.command.KeyFolder;
import org.jiujin.agent.configuration.Configurations;
import org.jiujin.agent.enrol.Enrolment;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.health.SystemMetrics;
import org.jiujin.agent.link.FleetLink;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.supervise.Supervisor;
import org.jiujin.agent.update.AgentImage;
import org.jiujin.agent.update.UpdateSettings;
import org.jiujin.agent.update.Updates;
import org.jiujin.agent.watchdog.Systemd;
import org.jiujin.agent.watchdog.Watchdog;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the agent together: the supervisor feeds the health book, the link publishes what the book says.
final class Agent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

  /// Days begin with the app's, wherever the machine thinks it is.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final Duration SAMPLE_EVERY = Duration.ofSeconds(10);

  /// No thread of the agent works longer than this without looking up, however slow the broker is.
  private static final Duration STUCK_AFTER = Duration.ofSeconds(60);

  private final ScheduledExecutorService sampling;
  private final Runnable stopping;
  private final Recorder recorder;
  private final FleetLink link;
  private final Supervisor supervisor;
  private final Configurations configurations;
  private final Commands commands;
  private final Optional<Updates> updates;
  private final Enrolment enrolment;

  private Agent(
      ScheduledExecutorService sampling,
      Optional<Systemd> systemd,
      Recorder recorder,
      FleetLink link,
      Supervisor supervisor,
      Configurations configurations,
      Commands commands,
      Optional<Updates> updates,
      Enrolment enrolment) {
    this.sampling = sampling;
    this.stopping = () -> systemd.ifPresent(Systemd::stopping);
    this.recorder = recorder;
    this.link = link;
    this.supervisor = supervisor;
    this.configurations = configurations;
    this.commands = commands;
    this.updates = updates;
    this.enrolment = enrolment;
  }

  /// Starts everything.
  ///
  /// @param leave ends this process in such a way that it is started again; returns at once
  /// @throws IOException if the data folder or the local socket cannot be made
  static Agent start(AgentConfig config, Runnable leave) throws IOException {
    Files.createDirectories(config.dataDirectory());
    InstantSource clock = InstantSource.system();
    var wiring = new Wiring();
    var book = new HealthBook(wiring::changed);
    String boot = UUID.randomUUID().toString();
    book.put(
        Map.of(
            NodeMetric.SYS_BOOT_ID, MetricValue.of(boot),
            NodeMetric.NET_TAKE_OVERS, MetricValue.of(0),
            NodeMetric.SYS_AGENT_VERSION, MetricValue.of(version()),
            NodeMetric.APP_PID, MetricValue.of(0L),
            NodeMetric.APP_RESTARTS, MetricValue.of(0),
            NodeMetric.APP_LAST_END, MetricValue.of(""),
            // never null: npm's sparkplug-payload fails over a table that is
            NodeMetric.SVC_STEPS_TODAY, StepUse.table(List.of()),
            NodeMetric.SVC_MATTERS_TODAY, MatterUse.table(List.of())));
    var system = new SystemMetrics(config.dataDirectory());
    book.put(system.read());
    Recorder recorder =
        Recorder.start(
            config.dataDirectory().resolve("outbox"), CHINA, book::snapshot, book::put, clock);
    recorder.add(new RecordBody.AgentStarted(version(), boot));
    var link =
        new FleetLink(
            config.link(),
            () -> recorder.withForecast(book.snapshot()),
            book::put,
            recorder,
            clock,
            RandomGenerator.getDefault());
    wiring.join(link);
    var keys = new KeyFolder(config.commands().keys());
    Optional<Updates> updates =
        updates(config.updates(), keys, new UpdateNews(book, recorder, wiring, leave), clock);
    updates.ifPresent(wiring::join);
    Supervisor supervisor =
        Supervisor.start(
            config.app(),
            kind -> updates.map(there -> there.image(kind)).orElseGet(() -> config.shipped(kind)),
            new BookWriter(book, recorder, wiring),
            clock);
    wiring.join(supervisor);
    var app = new App(book, supervisor);
    Configurations configurations =
        Configurations.start(
            config.configuration(),
            keys,
            new Tuning(config.link(), link, supervisor, recorder),
            book::put,
            recorder::add,
            clock);
    wiring.join(configurations);
    Commands commands =
        Commands.start(
            config.commands(),
            keys,
            app,
            others(configurations, updates),
            link::tell,
            leave,
            clock);
    wiring.join(commands);
    Enrolment enrolment =
        Enrolment.start(config.enrolment(), new EnrolmentNews(book, recorder, supervisor), clock);
    wiring.join(enrolment);
    if (app.isThere()) {
      wiring.appGreets(); // it was quicker
    }
    link.commandsTo(commands::arrived);
    link.start();
    updates.ifPresent(Updates::start);
    ScheduledExecutorService sampling =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("health").factory());
    repeat(sampling, SAMPLE_EVERY, () -> book.put(system.read()));
    Optional<Systemd> systemd = Systemd.of(System.getenv());
    Map<String, Supplier<Duration>> beats = new HashMap<>();
    beats.put("supervise", supervisor::sinceLastBeat);
    beats.put("fleet-link", link::sinceLastBeat);
    beats.put("commands", commands::sinceLastBeat);
    beats.put("configuration", configurations::sinceLastBeat);
    beats.put("enrol", enrolment::sinceLastBeat);
    updates.ifPresent(there -> beats.put("updates", there::sinceLastBeat));
    var watchdog = new Watchdog(beats, STUCK_AFTER);
    systemd.ifPresent(manager -> tell(manager, watchdog, sampling));
    LOG.info(
        "agent {} watches over terminal {}/{}",
        version(),
        config.link().group(),
        config.link().node());
    return new Agent(
        sampling,
        systemd,
        recorder,
        link,
        supervisor,
        configurations,
        commands,
        updates,
        enrolment);
  }

  private static Optional<Updates> updates(
      @Nullable UpdateSettings settings, KeyFolder keys, UpdateNews news, InstantSource clock)
      throws IOException {
    return settings == null
        ? Optional.empty()
        : Optional.of(
            Updates.begin(
                settings, AgentImage.of(System.getProperties()), keys, news, clock, CHINA));
  }

  private static Map<CommandVerb, CommandRunner> others(
      Configurations configurations, Optional<Updates> updates) {
    Map<CommandVerb, CommandRunner> runners = new EnumMap<>(CommandVerb.class);
    runners.put(CommandVerb.SET_CONFIGURATION, configurations::carryOut);
    updates.ifPresent(there -> {
      runners.put(CommandVerb.DIRECT_UPDATES, there::direct);
      runners.put(CommandVerb.UPDATE_NOW, _ -> there.now());
      runners.put(CommandVerb.PAUSE_UPDATES, there::pause);
    });
    return runners;
  }

  private static void tell(Systemd manager, Watchdog watchdog, ScheduledExecutorService on) {
    manager.ready();
    manager
        .watchdog()
        .ifPresent(patience ->
            repeat(
                on,
                patience.dividedBy(3),
                () -> {
                  if (watchdog.allAlive()) {
                    manager.alive();
                  }
                }));
  }

  private static void repeat(ScheduledExecutorService on, Duration period, Runnable task) {
    var _ =
        on.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) { // otherwise it would never run again
                LOG.error("a regular task failed and will be tried again", e);
              }
            },
            period.toMillis(),
            period.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /// Ends the app, tells the fleet, leaves the broker; a part that fails keeps no other from its end.
  @Override
  public void close() {
    stopping.run();
    sampling.shutdownNow();
    List.<Runnable>of(
            commands::close,
            configurations::close,
            () -> updates.ifPresent(Updates::close),
            enrolment::close,
            supervisor::close,
            () -> recorder.add(new RecordBody.AgentStopped()),
            recorder::close,
            link::close)
        .forEach(Agent::end);
    LOG.info("agent stopped");
  }

  private static void end(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) { // the app must not be left behind by a mistake of another part
      LOG.error("a part of the agent does not end as it should", e);
    }
  }

  private static String version() {
    return Optional.ofNullable(Agent.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /// The app as the operator's commands see it.
  private record App(HealthBook book, Supervisor supervisor) implements AppDoor {
    @Override
    public boolean isThere() {
      AppState state = book.appState();
      return state == AppState.READY || state == AppState.SERVING;
    }

    @Override
    public boolean isServing() {
      return book.appState() == AppState.SERVING;
    }

    @Override
    public void order(LocalMessage.Order order) {
      supervisor.order(order);
    }

    @Override
    public void restart() {
      supervisor.restartApp();
    }

    @Override
    public void outOfService(boolean out) {
      book.put(Map.of(NodeMetric.APP_OUT_OF_SERVICE, MetricValue.of(out)));
    }
  }
}
