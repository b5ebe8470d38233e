package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiujin.agent.command.Outcome;
import org.jiujin.agent.time.SteadyTime;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.agent.work.DeskThread;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.update.trust.release.ReleaseKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The releases of this terminal: one thread that decides, and one that fetches. Calls may come from any thread and, but for the three that
/// carry out commands, return at once.
public final class Updates implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Updates.class);
  private static final Duration HURRY = Duration.ofHours(1);
  private static final int MOST_HOURS = 168;

  private final UpdateSettings settings;
  private final Supplier<TrustedKeys> keys;
  private final UpdateWatch watch;
  private final InstantSource wall;
  private final InstantSource steady;
  private final ZoneId zone;
  private final DirectionFile directions;
  private final PauseFile pause;
  private final Map<ReleaseKind, Releases> ofApp = new EnumMap<>(ReleaseKind.class);
  private final Optional<AgentReleases> agent;
  private final DeskThread thread = new DeskThread("updates", this::lookAround);
  private final ExecutorService fetching =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("update-fetch").factory());

  // owned by the thread
  private Instant pausedUntil;
  private Instant hurriedUntil = Instant.MIN;
  private Map<NodeMetric, MetricValue> told = Map.of();

  private Updates(
      UpdateSettings settings,
      Optional<AgentImage> running,
      Supplier<TrustedKeys> keys,
      UpdateWatch watch,
      InstantSource wall,
      ZoneId zone)
      throws IOException {
    this.settings = settings;
    this.keys = keys;
    this.watch = watch;
    this.wall = wall;
    this.steady = new SteadyTime(wall);
    this.zone = zone;
    Path folder = settings.folder();
    var place =
        new Releases.Place(Files.createDirectories(folder.resolve("metadata")), wall, steady);
    this.directions =
        new DirectionFile(folder.resolve("direction"), settings.group(), settings.terminal());
    this.pause = new PauseFile(folder.resolve("pause"));
    this.pausedUntil = pause.until();
    for (Map.Entry<ReleaseKind, Path> one : settings.shipped().entrySet()) {
      ReleaseKind kind = one.getKey();
      ofApp.put(
          kind,
          new Releases(
              kind,
              one.getValue(),
              settings,
              place,
              fetching,
              input -> came(kind, input),
              watch::tell,
              watch::restartApp));
    }
    this.agent =
        running.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new AgentReleases(running.get(), settings, place, fetching, this::ofAgent, watch));
  }

  /// Finds out which app is to be started; the thread begins with [#start()].
  ///
  /// @param running what the launcher says of us; empty when it did not start us, and the agent is not updated
  /// @param keys who may direct; asked at the start and with every direction
  /// @param zone of the maintenance window
  /// @throws IOException if the folder cannot be made
  public static Updates begin(
      UpdateSettings settings,
      Optional<AgentImage> running,
      Supplier<TrustedKeys> keys,
      UpdateWatch watch,
      InstantSource clock,
      ZoneId zone)
      throws IOException {
    var updates = new Updates(settings, running, keys, watch, clock, zone);
    updates.begin();
    return updates;
  }

  private void begin() {
    directions.read(keys.get());
    ofApp.values().forEach(one -> one.begin(steady.instant()));
    agent.ifPresent(there -> there.begin(steady.instant()));
    directions.direction().ifPresent(this::direct);
    tell();
  }

  /// Begins to act.
  public void start() {
    thread.start();
  }

  /// Where the release of a kind is with which the app is to be started. Any thread.
  ///
  /// @param kind one of those in the settings
  public Path image(String kind) {
    return Objects.requireNonNull(ofApp.get(ReleaseKind.of(kind).orElseThrow())).image();
  }

  /// Carries out [org.jiujin.fleet.command.CommandVerb#DIRECT_UPDATES]. When it is done, the direction is on the disk and counts; what it
  /// names comes later. Waits for the disk.
  public Outcome direct(Command command) throws InterruptedException {
    ByteString signed;
    try {
      String text = command.arguments().getOrDefault("document", "");
      signed = ByteString.copyFrom(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(Refusal.BAD_ARGUMENT);
    }
    return answer(() -> directed(signed));
  }

  /// Carries out [org.jiujin.fleet.command.CommandVerb#UPDATE_NOW]; fails when there is nothing to update to.
  public Outcome now() throws InterruptedException {
    return answer(this::hurried);
  }

  /// Carries out [org.jiujin.fleet.command.CommandVerb#PAUSE_UPDATES].
  public Outcome pause(Command command) throws InterruptedException {
    String hours = command.arguments().getOrDefault("hours", "");
    if (!hours.matches("\\d{1,3}") || Integer.parseInt(hours) > MOST_HOURS) {
      return Outcome.refused(Refusal.BAD_ARGUMENT);
    }
    return answer(() -> paused(Duration.ofHours(Integer.parseInt(hours))));
  }

  /// The app ended although nobody wanted it to, did not answer, or could not be started.
  public void appFailed() {
    happened(Input.AppFailed.ENDED);
  }

  /// The app had grown too large and is started anew.
  public void appOutgrew() {
    happened(Input.AppFailed.OUTGREW);
  }

  /// An app has begun to talk.
  public void appGreets() {
    happened(new Input.AppGreeted());
  }

  /// The app failed too often and rests.
  public void appRests() {
    happened(new Input.AppRests());
  }

  /// How long ago the thread last looked up. Any thread.
  public Duration sinceLastBeat() {
    return thread.sinceLastBeat();
  }

  /// Ends both threads. A fetch and a trial go on when the agent comes back.
  @Override
  public void close() {
    fetching.shutdownNow();
    thread.close(() -> {
      ofApp.values().forEach(one -> one.take(new Input.Stopping()));
      agent.ifPresent(AgentReleases::stopping);
    });
  }

  /// What the app does concerns each release that it was started with; only one of them can be on trial.
  private void happened(Input input) {
    thread.offer(() -> ofApp.values().forEach(one -> one.take(input)));
  }

  private void came(ReleaseKind kind, Input input) {
    thread.offer(() -> Objects.requireNonNull(ofApp.get(kind)).take(input));
  }

  private void ofAgent(Input input) {
    thread.offer(() -> agent.ifPresent(there -> there.releases().take(input)));
  }

  private Outcome answer(Supplier<Outcome> task) throws InterruptedException {
    return thread.answer(task).orElseGet(() -> Outcome.failed("no-answer"));
  }

  private Outcome directed(ByteString signed) {
    Optional<Refusal> refusal = directions.take(signed, keys.get(), wall.instant());
    if (refusal.isPresent()) {
      LOG.warn("a direction is refused: {}", refusal.get().word());
      return Outcome.refused(refusal.get());
    }
    directions.direction().ifPresent(this::direct);
    return Outcome.done();
  }

  private void direct(Direction direction) {
    LOG.info("direction {} counts", direction.version());
    all().forEach(one -> one.direct(direction));
  }

  private Outcome hurried() {
    if (all().noneMatch(Releases::hasToDo)) {
      return Outcome.failed("nothing-to-do");
    }
    hurriedUntil = steady.instant().plus(HURRY);
    all().forEach(one -> one.take(new Input.Hurried()));
    return paused(Duration.ZERO);
  }

  private Outcome paused(Duration time) {
    try {
      if (time.isZero()) {
        pause.end();
      } else {
        pause.write(wall.instant().plus(time));
      }
    } catch (IOException e) {
      LOG.error("a pause cannot be written down: {}", e.toString());
      return Outcome.refused(Refusal.NOT_STORED);
    }
    pausedUntil = pause.until();
    return Outcome.done();
  }

  private void lookAround() {
    tick(steady.instant());
    tell();
  }

  private Stream<Releases> all() {
    return Stream.concat(ofApp.values().stream(), agent.map(AgentReleases::releases).stream());
  }

  private void tick(Instant now) {
    for (Releases one : ofApp.values()) {
      one.tick(now, conditions(isHeldUp(one)));
    }
    agent.ifPresent(
        there -> there.tick(now, conditions(isHeldUp(there.releases())), watch.online()));
  }

  /// Nothing new begins while something else is on trial: one could not tell which of them is to blame.
  private boolean isHeldUp(Releases mine) {
    return !mine.onTrial() && all().anyMatch(Releases::onTrial);
  }

  /// @param busy whether the terminal counts as being used whatever it does
  private Conditions conditions(boolean busy) {
    AppState state = watch.appState();
    return new Conditions(
        wall.instant(),
        state == AppState.READY || state == AppState.SERVING,
        busy || state == AppState.SERVING,
        watch.workingDevices(),
        permit(),
        settings.isFetchTime(wall.instant(), zone));
  }

  private Permit permit() {
    if (isPaused()) {
      return Permit.NOTHING;
    }
    if (steady.instant().isBefore(hurriedUntil)) {
      return Permit.AT_ONCE;
    }
    return settings.window().has(wall.instant(), zone) ? Permit.ALL : Permit.SOON;
  }

  private boolean isPaused() {
    return wall.instant().isBefore(pausedUntil);
  }

  private void tell() {
    Instant now = wall.instant();
    List<UpdateSummary.Release> releases = new ArrayList<>();
    all().forEach(one -> releases.add(one.summary(now)));
    Set<String> known =
        releases.stream().map(UpdateSummary.Release::kind).collect(Collectors.toSet());
    for (Assignment other : directions.direction().map(Direction::assignments).orElse(List.of())) {
      if (!known.contains(other.kind())) {
        releases.add(unsupported(other));
      }
    }
    Map<NodeMetric, MetricValue> figures =
        Map.of(
            NodeMetric.FLEET_UPDATE_DIRECTION,
            MetricValue.of(directions.direction().map(Direction::version).orElse(0L)),
            NodeMetric.FLEET_UPDATE_STATE,
            MetricValue.of(new UpdateSummary(isPaused(), releases).text()));
    if (!figures.equals(told)) {
      told = figures;
      watch.figuresAre(figures);
    }
  }

  private static UpdateSummary.Release unsupported(Assignment other) {
    return new UpdateSummary.Release(
        other.kind(),
        UpdateSummary.SHIPPED,
        false,
        new UpdateSummary.Wanted(
            other.version(), UpdateSummary.Phase.RESTING, Refusal.UNSUPPORTED.word()));
  }
}
