package org.jiujin.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jiujin.agent.command.AppDoor;
import org.jiujin.agent.command.Commands;
import org.jiujin.agent.command.KeyFolder;
import org.jiujin.agent.configuration.Configurations;
import org.jiujin.agent.enrol.Enrolment;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.health.SystemMetrics;
import org.jiujin.agent.link.FleetLink;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.agent.supervise.AppWatch;
import org.jiujin.agent.supervise.Supervisor;
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
  private final Enrolment enrolment;

  private Agent(
      ScheduledExecutorService sampling,
      Optional<Systemd> systemd,
      Recorder recorder,
      FleetLink link,
      Supervisor supervisor,
      Configurations configurations,
      Commands commands,
      Enrolment enrolment) {
    this.sampling = sampling;
    this.stopping = () -> systemd.ifPresent(Systemd::stopping);
    this.recorder = recorder;
    this.link = link;
    this.supervisor = supervisor;
    this.configurations = configurations;
    this.commands = commands;
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
    wiring.link = link;
    Supervisor supervisor =
        Supervisor.start(config.app(), new BookWriter(book, recorder, wiring), clock);
    var app = new App(book, supervisor);
    var keys = new KeyFolder(config.commands().keys());
    Configurations configurations =
        Configurations.start(
            config.configuration(),
            keys,
            new Tuning(config.link(), link, supervisor, recorder),
            book::put,
            recorder::add,
            clock);
    wiring.configurations = configurations;
    Commands commands =
        Commands.start(
            config.commands(),
            keys,
            app,
            Map.of(CommandVerb.SET_CONFIGURATION, configurations::carryOut),
            link::tell,
            leave,
            clock);
    wiring.commands = commands;
    Enrolment enrolment =
        Enrolment.start(config.enrolment(), new EnrolmentNews(book, recorder, supervisor), clock);
    wiring.enrolment = enrolment;
    if (app.isThere()) {
      wiring.appGreets(); // it was quicker
    }
    link.commandsTo(commands::arrived);
    link.start();
    ScheduledExecutorService sampling =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("health").factory());
    repeat(sampling, SAMPLE_EVERY, () -> book.put(system.read()));
    Optional<Systemd> systemd = Systemd.of(System.getenv());
    var watchdog =
        new Watchdog(
            Map.of(
                "supervise", supervisor::sinceLastBeat,
                "fleet-link", link::sinceLastBeat,
                "commands", commands::sinceLastBeat,
                "configuration", configurations::sinceLastBeat,
                "enrol", enrolment::sinceLastBeat),
            STUCK_AFTER);
    systemd.ifPresent(manager -> tell(manager, watchdog, sampling));
    LOG.info(
        "agent {} watches over terminal {}/{}",
        version(),
        config.link().group(),
        config.link().node());
    return new Agent(
        sampling, systemd, recorder, link, supervisor, configurations, commands, enrolment);
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

  /// Breaks the rings between those who tell and those who ask each other.
  private static final class Wiring {
    private volatile @Nullable FleetLink link;
    private volatile @Nullable Commands commands;
    private volatile @Nullable Configurations configurations;
    private volatile @Nullable Enrolment enrolment;

    void appGreets() {
      withCommands(Commands::appGreets);
      withConfigurations(Configurations::appGreets);
      Enrolment made = enrolment;
      if (made != null) {
        made.appGreets();
      }
    }

    void changed() {
      FleetLink made = link;
      if (made != null) {
        made.changed();
      }
    }

    void withCommands(Consumer<Commands> task) {
      Commands made = commands;
      if (made != null) {
        task.accept(made);
      }
    }

    void withConfigurations(Consumer<Configurations> task) {
      Configurations made = configurations;
      if (made != null) {
        task.accept(made);
      }
    }
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

  /// Writes down what the supervisor sees: in the book how it is, in the records what must not be lost. The commands hear of the
  /// app too.
  private record BookWriter(HealthBook book, Recorder recorder, Wiring wiring) implements AppWatch {
    @Override
    public void appGreets() {
      wiring.appGreets();
    }

    @Override
    public void orderDone(LocalMessage.OrderDone done) {
      wiring.withCommands(commands -> commands.orderDone(done));
    }

    @Override
    public void settingsTaken(LocalMessage.SettingsTaken taken) {
      wiring.withConfigurations(configurations -> configurations.appTook(taken));
    }

    @Override
    public void auditHead(LocalMessage.AuditHead head) {
      recorder.auditHead(head);
    }

    @Override
    public void appIs(AppState state) {
      book.appIs(state);
      recorder.appIs(state);
      wiring.withConfigurations(configurations -> configurations.appIs(state));
    }

    @Override
    public void appReports(LocalMessage.Report report) {
      book.appReports(report);
    }

    @Override
    public void processIs(long pid, int restarts) {
      book.put(
          Map.of(
              NodeMetric.APP_PID, MetricValue.of(pid),
              NodeMetric.APP_RESTARTS, MetricValue.of(restarts)));
    }

    @Override
    public void processEnded(int exit, String lastWords) {
      book.put(Map.of(NodeMetric.APP_LAST_END, MetricValue.of((exit + " " + lastWords).strip())));
      recorder.appEnded(exit, lastWords);
      wiring.withConfigurations(configurations -> configurations.appEnded(exit));
    }

    @Override
    public void processWeighs(long megabytes) {
      book.put(Map.of(NodeMetric.APP_MEMORY_MB, MetricValue.of(megabytes)));
    }

    @Override
    public void versionIs(String version) {
      book.put(Map.of(NodeMetric.APP_VERSION, MetricValue.of(version)));
    }
  }
}
