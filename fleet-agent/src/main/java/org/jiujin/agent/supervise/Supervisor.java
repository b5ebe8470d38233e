package org.jiujin.agent.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jiujin.agent.time.SteadyTime;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the app running: one thread that runs [SupervisionPolicy], [Machine] and [SafeScreen].
public final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final Duration WEIGH_EVERY = Duration.ofSeconds(5);
  private static final int QUEUE_LIMIT = 1024;

  private final SupervisionPolicy.Timing timing;
  private final AppWatch watch;
  private final InstantSource clock;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final Machine machine;
  private final SafeScreen safeScreen;
  private final Thread thread;
  private volatile boolean closing;
  private volatile long lastBeatNanos = System.nanoTime();

  // owned by the thread
  private SupervisionPolicy policy;
  private SupervisionPolicy.State state = new SupervisionPolicy.State.Stopped();
  private @Nullable AppProcess process;
  private boolean asked;
  private boolean serving;
  private int starts;
  private Instant weighAt = Instant.MIN;

  /// One whose thread is not started.
  ///
  /// @param steady a clock that only goes forward
  /// @throws IOException if the local link cannot be opened
  Supervisor(Machine machine, SupervisionPolicy.Timing timing, AppWatch watch, InstantSource steady)
      throws IOException {
    this.machine = machine;
    this.timing = timing;
    this.watch = watch;
    this.clock = steady;
    this.policy = new SupervisionPolicy(timing);
    this.safeScreen = new SafeScreen(machine);
    this.thread = Thread.ofPlatform().name("supervise").unstarted(this::run);
    machine.listen(message -> offer(() -> handle(message)));
  }

  /// Opens the local link and starts the app.
  ///
  /// @param releases where the release of a kind is; asked at every start
  /// @throws IOException if the socket cannot be made
  public static Supervisor start(
      SupervisorSettings settings,
      Function<String, Path> releases,
      AppWatch watch,
      InstantSource clock)
      throws IOException {
    return start(settings, releases, SupervisionPolicy.Timing.USUAL, watch, clock);
  }

  static Supervisor start(
      SupervisorSettings settings,
      Function<String, Path> releases,
      SupervisionPolicy.Timing timing,
      AppWatch watch,
      InstantSource clock)
      throws IOException {
    var supervisor =
        new Supervisor(new LinuxMachine(settings, releases), timing, watch, new SteadyTime(clock));
    supervisor.thread.start();
    return supervisor;
  }

  /// Ends the app, politely first, and then the link; bounded by the limits of the policy, 8 s as usual.
  @Override
  public void close() {
    closing = true;
    try {
      Duration limit = timing.politeLimit().plus(timing.destroyLimit().multipliedBy(2));
      if (!thread.join(limit)) {
        LOG.error("the app does not end; it is left behind");
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    safeScreen.hide();
    machine.close();
  }

  /// Starts the app anew, as soon as it has ended politely or otherwise. Never waits; any thread.
  public void restartApp() {
    offer(() -> step(new SupervisionPolicy.Input.RestartRequested(clock.instant())));
  }

  /// Gives the app an order, if it is on the local link. Never waits; any thread. No answer comes from an app that is gone.
  public void order(LocalMessage.Order order) {
    offer(() -> machine.send(order));
  }

  /// Tells the app what the operator set, if it is on the local link. Never waits; any thread.
  public void tell(LocalMessage.Settings settings) {
    offer(() -> machine.send(settings));
  }

  /// Watches the app's memory by these limits from now on, in megabytes; empty as usual. Never waits; any thread.
  ///
  /// @param soft a larger app is started anew as soon as nobody uses it
  /// @param hard a larger app is started anew at once
  public void limitMemory(OptionalInt soft, OptionalInt hard) {
    int most = soft.orElse(timing.mostMegabytes());
    int usual = soft.isPresent() ? most + most / 2 : timing.atOnceMegabytes();
    int atOnce = Math.max(most, hard.orElse(usual));
    offer(() -> policy = new SupervisionPolicy(timing.with(most, atOnce)));
  }

  /// Says to the app whether the terminal is to be registered, if it is on the local link. Never waits; any thread.
  public void claim(LocalMessage.Claim claim) {
    offer(() -> machine.send(claim));
  }

  /// How long ago the supervisor last looked; it looks several times a second. Any thread.
  public Duration sinceLastBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  private void run() {
    begin();
    while (!(asked && state instanceof SupervisionPolicy.State.Stopped)) {
      try {
        turn(queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the runner's edge: a mistake of ours must not end the watch
        LOG.error("the supervisor stumbled and goes on", e);
      }
    }
  }

  /// The begin of the thread, for a caller that is the thread.
  void begin() {
    machine.endOrphans();
    step(new SupervisionPolicy.Input.Wanted(clock.instant()));
  }

  /// One turn of the thread, for a caller that is the thread; never waits.
  void turn() {
    turn(queue.poll());
  }

  /// Whether the next turn is due at once.
  boolean pending() {
    return !queue.isEmpty();
  }

  private void turn(@Nullable Runnable task) {
    if (task != null) {
      task.run();
    }
    lastBeatNanos = System.nanoTime();
    noticeEnd();
    weigh();
    safeScreen.look(clock.instant());
    if (closing && !asked) {
      asked = true;
      step(new SupervisionPolicy.Input.StopRequested(clock.instant()));
    }
    step(new SupervisionPolicy.Input.Tick(clock.instant()));
  }

  private void handle(LocalMessage message) {
    switch (message) {
      case LocalMessage.Hello(var pid, var version) -> {
        LOG.info("app {} of version {} is on the local link", pid, version);
        watch.versionIs(version);
        step(new SupervisionPolicy.Input.Greeted(clock.instant()));
        // whoever waits for the next app must not be told of one that is being ended
        if (state instanceof SupervisionPolicy.State.Ready) {
          watch.appGreets();
        }
      }
      case LocalMessage.Pong(var nonce) ->
          step(new SupervisionPolicy.Input.Answered(clock.instant(), nonce));
      case LocalMessage.Report report -> {
        if (state instanceof SupervisionPolicy.State.Ready) {
          serving = serves(report);
          watch.appReports(report); // words of an app that is being ended count no more
        }
      }
      case LocalMessage.OrderDone done -> watch.orderDone(done);
      case LocalMessage.SettingsTaken taken -> watch.settingsTaken(taken);
      case LocalMessage.AuditHead head -> watch.auditHead(head);
      case LocalMessage.Ping _,
          LocalMessage.Stop _,
          LocalMessage.Order _,
          LocalMessage.Settings _,
          LocalMessage.Claim _ ->
          LOG.warn("the app sent a message that only the agent sends; it is ignored");
    }
  }

  private void step(SupervisionPolicy.Input input) {
    AppState before = SupervisionPolicy.appState(state);
    SupervisionPolicy.State stateBefore = state;
    SupervisionPolicy.Step step = policy.next(state, input);
    state = step.state();
    AppState after = SupervisionPolicy.appState(state);
    if (stateBefore.getClass() != state.getClass()) {
      LOG.info("app: {}", state);
    }
    if (before != after) {
      watch.appIs(after);
    }
    step.effects().forEach(this::perform);
  }

  private void perform(SupervisionPolicy.Effect effect) {
    switch (effect) {
      case START -> startProcess();
      case PING -> {
        if (state instanceof SupervisionPolicy.State.Ready ready) {
          machine.send(new LocalMessage.Ping(ready.question().nonce()));
        }
      }
      case ASK_TO_STOP -> machine.send(new LocalMessage.Stop());
      case DESTROY -> {
        if (process != null) {
          process.destroy();
        }
      }
      case DESTROY_FORCIBLY -> {
        if (process != null) {
          process.destroyForcibly();
        }
      }
      case SHOW_SAFE_SCREEN -> safeScreen.show(clock.instant());
      case HIDE_SAFE_SCREEN -> safeScreen.hide();
    }
  }

  private void startProcess() {
    starts++;
    try {
      AppProcess started = machine.startApp();
      process = started;
      serving = false;
      watch.processIs(started.pid(), starts - 1);
    } catch (IOException e) {
      LOG.error("the app cannot be started; see app.command in the configuration", e);
      watch.appFailed();
      step(new SupervisionPolicy.Input.Exited(clock.instant()));
    }
  }

  private void noticeEnd() {
    if (process != null && !process.alive()) {
      String lastWords = process.lastWords();
      LOG.info("app {} ended with {} {}", process.pid(), process.exitValue(), lastWords);
      watch.processEnded(process.exitValue(), lastWords);
      if (!isWanted(state)) {
        watch.appFailed();
      }
      process = null;
      watch.processIs(0, starts - 1);
      step(new SupervisionPolicy.Input.Exited(clock.instant()));
    }
  }

  /// Whether the end of the app is wanted.
  private static boolean isWanted(SupervisionPolicy.State state) {
    return state instanceof SupervisionPolicy.State.Ending ending
        && ending.reason() != SupervisionPolicy.Reason.SILENT;
  }

  private void weigh() {
    Instant now = clock.instant();
    if (process == null || now.isBefore(weighAt)) {
      return;
    }
    weighAt = now.plus(WEIGH_EVERY);
    process
        .megabytes()
        .ifPresent(megabytes -> {
          watch.processWeighs(megabytes);
          boolean ended = isWanted(state);
          step(new SupervisionPolicy.Input.Weighed(now, megabytes, serving));
          if (isWanted(state) && !ended) {
            LOG.warn("the app has grown to {} MB and is started anew", megabytes);
            watch.appOutgrew();
          }
        });
  }

  private static boolean serves(LocalMessage.Report report) {
    return report.metrics().stream()
        .filter(metric -> metric.isNamed(NodeMetric.APP_STATE.wireName()))
        .anyMatch(metric -> metric.value().equals(MetricValue.of(AppState.SERVING.word())));
  }

  private void offer(Runnable task) {
    if (!queue.offer(task)) {
      LOG.warn("the supervisor's queue is full; an event is dropped");
    }
  }
}
