package org.jiujin.agent.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jiujin.agent.supervise.SteppedSupervisor;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;

/// The machine as the supervisor sees it: processes and the local link, and what residents and the operator may rely on there.
final class Premises implements SteppedSupervisor.Ground {
  private static final long WINDOW = 600_000;
  private static final int CRASH_LOOP = 6;

  /// How the next apps behave.
  enum Temper {
    SOUND,
    DIES_AT_START,
    NEVER_COMES
  }

  private final World world;
  private final Runnable touch;
  private final Map<String, DeviceReport> devices = new TreeMap<>();
  private final Deque<Long> failures = new ArrayDeque<>();
  private List<SimulatedApp> apps = new ArrayList<>();
  private List<SafeScreen> screens = new ArrayList<>();
  private Temper temper = Temper.SOUND;
  private @Nullable Consumer<LocalMessage> agent;
  private long agentSince;
  private long renewalWantedAt = -WINDOW;
  private long restingSince = -1;
  private long shownAt;
  private boolean leaving;
  private int pids = 100;

  /// @param touch called at each thing that the agent does here
  Premises(World world, Runnable touch) {
    this.world = world;
    this.touch = touch;
  }

  /// The program that residents see while the app rests.
  private static final class SafeScreen implements SteppedSupervisor.Program {
    private boolean alive = true;

    @Override
    public long pid() {
      return 1;
    }

    @Override
    public boolean alive() {
      return alive;
    }

    @Override
    public int exitValue() {
      return 1;
    }

    @Override
    public String lastWords() {
      return "";
    }

    @Override
    public OptionalLong megabytes() {
      return OptionalLong.empty();
    }

    @Override
    public void destroy() {
      alive = false;
    }

    @Override
    public void destroyForcibly() {
      alive = false;
    }
  }

  Temper temper() {
    return temper;
  }

  void temper(Temper next) {
    temper = next;
  }

  Map<String, DeviceReport> devices() {
    return devices;
  }

  /// A device is as this says from now on, and a running app tells.
  void device(DeviceReport report) {
    devices.put(report.id(), report);
    app(SimulatedApp::report);
  }

  void unplug(String device) {
    devices.remove(device);
    app(SimulatedApp::report);
  }

  /// Does something to the app that runs, if one does.
  void app(Consumer<SimulatedApp> task) {
    apps.stream().filter(SimulatedApp::alive).forEach(task);
  }

  /// Somebody who may do so wants the app to end.
  void renewalWanted() {
    renewalWantedAt = world.millis();
  }

  void agentLeaves() {
    leaving = true;
  }

  void safeScreenFails() {
    screens.forEach(SafeScreen::destroy);
  }

  /// The agent's process ended; programs that it started live on.
  void agentIsGone() {
    agent = null;
    leaving = false;
    restingSince = -1;
    shownAt = world.millis();
    failures.clear();
    apps.forEach(SimulatedApp::agentIsGone);
  }

  void powerIsGone() {
    agentIsGone();
    apps.forEach(app -> app.end(0));
    apps = new ArrayList<>();
    screens = new ArrayList<>();
  }

  @Override
  public void listen(Consumer<LocalMessage> received) {
    agent = received;
    agentSince = world.millis();
  }

  @Override
  public void endOrphans() {
    touch.run();
    apps.forEach(app -> app.end(137));
    screens.forEach(SafeScreen::destroy);
  }

  @Override
  public SimulatedApp startApp() {
    touch.run();
    world.check(apps.stream().noneMatch(SimulatedApp::alive), "the app never runs twice");
    world.check(screens.stream().noneMatch(SafeScreen::alive), "no app behind the safe screen");
    checkCrashLoop();
    restingSince = -1;
    apps.removeIf(app -> !app.alive());
    Consumer<LocalMessage> ear = agent;
    var app = new SimulatedApp(world, this, pids++, ear == null ? _ -> {} : ear);
    world.note("app " + app.pid() + " starts");
    apps.add(app);
    return app;
  }

  /// After so many failures the app has to rest, unless somebody wants it.
  private void checkCrashLoop() {
    failures.removeIf(at -> at + WINDOW <= world.millis());
    world.check(
        failures.size() < CRASH_LOOP || world.millis() - renewalWantedAt < 30_000,
        "an app that fails too often rests");
  }

  /// The agent noticed that the app ended.
  ///
  /// @param state what it thought of it
  void ended(AppState state) {
    boolean heavy = apps.stream().anyMatch(app -> app.weight() > 1024);
    boolean wanted = heavy || leaving || world.millis() - renewalWantedAt < 30_000;
    boolean failed = state == AppState.READY || state == AppState.FROZEN || !wanted;
    if (failed && !(heavy && state == AppState.STARTING)) {
      failures.addLast(world.millis());
      failures.removeIf(at -> at + WINDOW <= world.millis());
      if (failures.size() >= CRASH_LOOP) {
        restingSince = world.millis();
      }
    }
  }

  @Override
  public boolean hasSafeScreen() {
    return true;
  }

  @Override
  public SteppedSupervisor.Program startSafeScreen() {
    touch.run();
    world.check(screens.stream().noneMatch(SafeScreen::alive), "one safe screen");
    world.note("safe screen");
    shownAt = world.millis();
    var screen = new SafeScreen();
    screens = new ArrayList<>(List.of(screen));
    return screen;
  }

  @Override
  public void send(LocalMessage message) {
    touch.run();
    app(app -> app.hear(message));
  }

  @Override
  public void close() {
    agent = null;
  }

  /// A healthy app is asked to end: no resident may stand there.
  void askedToStop(SimulatedApp app) {
    boolean wanted = leaving || world.millis() - renewalWantedAt < 10_000 || app.weight() > 1536;
    world.check(wanted || app.servingFor() < 10_000, "a resident is served to the end");
  }

  /// What must hold at every moment while an agent watches.
  void inspect() {
    if (agent == null) {
      return;
    }
    for (SimulatedApp app : apps) {
      long watched = Math.min(world.millis() - agentSince, app.frozenFor());
      long limit = app.isLinked() ? 2 + 5 + 4 + 2 + 1 + 12 : 90 + 4 + 2 + 1 + 12; // 12: beats
      world.check(watched < limit * 1000, "a frozen app is ended within its limit");
      world.check(oldFor(app) < (4 + 2 + 1 + 12) * 1000, "an app that is wanted anew ends");
    }
    boolean shown = screens.stream().anyMatch(SafeScreen::alive);
    if (restingSince < 0 || shown || appAlive()) {
      shownAt = world.millis();
    }
    world.check(world.millis() - shownAt < 18_000, "the safe screen is there while the app rests");
  }

  /// For how long another one in its place has been wanted from an agent that watches; -1 when none is.
  private long oldFor(SimulatedApp app) {
    return isOld(app) ? world.millis() - Math.max(renewalWantedAt, agentSince) : -1;
  }

  private boolean isOld(SimulatedApp app) {
    return app.alive() && app.startedAt() < renewalWantedAt;
  }

  /// The agent takes the app that was wanted anew for being back.
  void renewed() {
    world.check(apps.stream().noneMatch(this::isOld), "an app that is being ended is not back");
  }

  boolean appAlive() {
    return apps.stream().anyMatch(SimulatedApp::alive);
  }
}
