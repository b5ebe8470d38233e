package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.agent.command.Outcome;
import org.jiujin.agent.time.SteadyTime;
import org.jiujin.agent.work.DeskThread;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;

/// The configuration of this terminal: one thread that runs [ConfigurationDesk]. Calls may come from any thread and, but for
/// [#carryOut], return at once.
public final class Configurations implements AutoCloseable {
  private final ConfigurationDesk desk;
  private final Tuned tuned;
  private final InstantSource steady;
  private final DeskThread thread = new DeskThread("configuration", this::lookAround);
  private volatile AppState app = AppState.STOPPED;

  private Configurations(ConfigurationDesk desk, Tuned tuned, InstantSource steady) {
    this.desk = desk;
    this.tuned = tuned;
    this.steady = steady;
  }

  /// Puts in force what is kept, and begins. When it returns, the terminal acts by it.
  ///
  /// @param keys asked at the start and with every document
  /// @param figures takes the three figures of the configuration whenever they change
  /// @param records takes the alarm when a configuration is given up
  public static Configurations start(
      ConfigurationSettings settings,
      Supplier<TrustedKeys> keys,
      Tuned tuned,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Consumer<RecordBody> records,
      InstantSource clock) {
    var policy =
        new ConfigurationPolicy(
            new ConfigurationPolicy.Terminal(settings.group(), settings.terminal()),
            ConfigurationPolicy.Limits.usual(settings.trial()));
    var desk =
        new ConfigurationDesk(
            policy,
            new ConfigurationMemory(new ConfigurationFolder(settings.folder())),
            keys,
            tuned,
            figures,
            records);
    var steady = new SteadyTime(clock);
    desk.begin(steady.instant());
    var configurations = new Configurations(desk, tuned, steady);
    configurations.thread.start();
    return configurations;
  }

  /// Carries out `set-configuration` (`document`, a signed configuration in Base64). Done when it is on the disk and the agent acts by
  /// it; the app follows as soon as no resident is being served. Waits for the disk.
  public Outcome carryOut(Command command) throws InterruptedException {
    ByteString signed;
    try {
      String text = command.arguments().getOrDefault("document", "");
      signed = ByteString.copyFrom(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(Refusal.BAD_ARGUMENT);
    }
    return thread
        .answer(() -> desk.arrived(signed, steady.instant()))
        .orElseGet(() -> Outcome.failed("no-answer"));
  }

  /// An app has begun to talk.
  public void appGreets() {
    thread.offer(() -> desk.take(new ConfigurationPolicy.Input.AppGreeted()));
  }

  /// The app took settings, or refused them.
  public void appTook(LocalMessage.SettingsTaken taken) {
    thread.offer(() ->
        desk.take(
            new ConfigurationPolicy.Input.AppTook(
                steady.instant(), taken.version(), taken.refused())));
  }

  /// The app is in this state now.
  public void appIs(AppState state) {
    app = state;
    if (state == AppState.CRASH_LOOP) {
      thread.offer(() -> desk.take(new ConfigurationPolicy.Input.AppRests()));
    }
  }

  /// The app's process ended.
  public void appEnded(int exit) {
    boolean wanted = app == AppState.STOPPED || (app == AppState.STARTING && exit == 0);
    thread.offer(() -> desk.take(new ConfigurationPolicy.Input.AppEnded(wanted)));
  }

  /// How long ago the thread of the configuration last looked up. Any thread.
  public Duration sinceLastBeat() {
    return thread.sinceLastBeat();
  }

  /// Ends the thread. A trial goes on when the agent comes back.
  @Override
  public void close() {
    thread.close(() -> desk.take(new ConfigurationPolicy.Input.Stopping()));
  }

  private void lookAround() {
    desk.take(new ConfigurationPolicy.Input.Tick(steady.instant(), tuned.online()));
  }
}
