package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.Verified;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Setting;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;

/// Decides which configuration is in force. Holds no thread, no file and no clock.
///
/// ```
///           Arrived, taken         Tick: the time is over, the link is there, the app took its part
/// Settled ------------------> On trial ---------------------------------------------------> Settled (last good = in force)
///    ^                           |
///    +---------------------------+
///      the app ends twice, rests in a crash loop, refuses; the agent does not stay up; the link does not come back:
///      what was last good is in force, the other is given up for ever
/// ```
///
/// What is on the disk follows from the state: see [ConfigurationStore]. In force is either a document that was verified, or nothing,
/// and then the terminal's own files count.
final class ConfigurationPolicy {
  private final Terminal terminal;
  private final Limits limits;

  ConfigurationPolicy(Terminal terminal, Limits limits) {
    this.terminal = terminal;
    this.limits = limits;
  }

  /// Who we are.
  record Terminal(String group, String id) {
    private boolean isMeantBy(Configuration configuration) {
      return configuration.group().equals(group) && configuration.terminal().equals(id);
    }
  }

  /// The bounds of a trial.
  ///
  /// @param trial how long it takes
  /// @param linkPatience how long the link may be away when the configuration has to do with it; longer than a trial
  /// @param failures so many ends of the app that nobody wanted are too many
  /// @param ends so many ends of any kind are too many: limits that are too tight make it start again and again
  /// @param starts so many starts of the agent are too many
  record Limits(Duration trial, Duration linkPatience, int failures, int ends, int starts) {
    static Limits usual(Duration trial) {
      return new Limits(trial, trial.multipliedBy(3), 2, 4, 4);
    }
  }

  /// Where it stands.
  ///
  /// @param inForce null when the terminal's own files count alone
  /// @param lastGood what to go back to; null for the terminal's own files
  /// @param givenUp what was given up last
  /// @param why it was given up, a word; empty when this agent does not know any more
  /// @param trial null when what is in force has proved itself
  /// @param starts see [Kept]
  /// @param app how far the app is
  record State(
      @Nullable Document inForce,
      @Nullable Document lastGood,
      @Nullable Document givenUp,
      String why,
      @Nullable Trial trial,
      int starts,
      AppPart app) {
    static final State NOTHING = new State(null, null, null, "", null, 0, AppPart.UNKNOWN);

    /// What is in force amounts to this.
    Effective effective() {
      return inForce == null ? Effective.NOTHING : inForce.configuration().effective();
    }

    /// Whether the app has taken its part too; without one there is nothing to take.
    private boolean wholly() {
      return app.answered() || effective().valuesFor(Setting.User.APP).isEmpty();
    }

    long version() {
      return inForce == null ? 0 : inForce.version();
    }

    private long highest() {
      return Stream.of(
              Optional.ofNullable(inForce),
              Optional.ofNullable(lastGood),
              Optional.ofNullable(givenUp))
          .flatMap(Optional::stream)
          .flatMapToLong(document -> LongStream.of(document.version()))
          .max()
          .orElse(0);
    }

    private State with(@Nullable Trial next) {
      return new State(inForce, lastGood, givenUp, why, next, starts, app);
    }

    private State with(AppPart next) {
      return new State(inForce, lastGood, givenUp, why, trial, starts, next);
    }

    private State startedTimes(int times) {
      return new State(inForce, lastGood, givenUp, why, trial, times, app);
    }
  }

  sealed interface Input {
    /// The agent has started and read what is kept.
    record Begun(Instant now, Kept kept) implements Input {}

    /// A document came and was checked.
    record Arrived(Instant now, Verified<Configuration> verdict, ByteString signed)
        implements Input {}

    /// Time went on.
    ///
    /// @param online whether the terminal is on the broker
    record Tick(Instant now, boolean online) implements Input {}

    /// The app's process ended.
    record AppEnded(boolean wanted) implements Input {}

    /// The app failed too often and rests.
    record AppRests() implements Input {}

    /// An app has begun to talk.
    record AppGreeted() implements Input {}

    /// The app took the settings of a version, or refused some and so all.
    record AppTook(Instant now, long version, List<String> refused) implements Input {}

    /// The agent ends in an orderly way.
    record Stopping() implements Input {}
  }

  sealed interface Effect {
    /// Act by this from now on.
    record Apply(Effective effective) implements Effect {}

    /// Tell the app what is for it.
    record TellApp(long version, Effective effective) implements Effect {}

    /// The document that arrived is in force; its sender shall know.
    record Took() implements Effect {}

    /// The document that arrived is not taken; nothing has changed.
    ///
    /// @param names what is wrong with it; may be empty
    record Refused(Refusal reason, List<String> names) implements Effect {}

    /// The operator must learn of this.
    record Alarm(RecordBody body) implements Effect {}
  }

  /// What follows. What the state needs on the disk must be there before [Effect.Took].
  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  Step next(State state, Input input) {
    return switch (input) {
      case Input.Begun(var now, var kept) -> begun(now, kept);
      case Input.Arrived(var now, var verdict, var signed) -> arrived(state, now, verdict, signed);
      case Input.Tick(var now, var online) -> ticked(state, now, online);
      case Input.AppEnded(var wanted) -> appEnded(state.with(AppPart.UNKNOWN), wanted);
      case Input.AppRests _ -> state.trial() == null ? stay(state) : fallBack(state, "crash-loop");
      case Input.AppGreeted _ -> greeted(state.with(AppPart.UNKNOWN));
      case Input.AppTook(var now, var version, var refused) ->
          appTook(state, now, version, refused);
      case Input.Stopping _ -> stay(state.startedTimes(Math.max(0, state.starts() - 1)));
    };
  }

  private Step begun(Instant now, Kept kept) {
    Document current = usable(kept.current());
    Document lastGood = usable(kept.lastGood());
    Document givenUp = kept.givenUp();
    if (current == null) {
      boolean damaged = kept.damaged() || kept.current() != null;
      return without(lastGood, givenUp, damaged ? "damaged" : "", 0);
    }
    if (current.says(givenUp)) {
      boolean halfway = lastGood != null; // the disk does not know yet that it is given up
      return without(lastGood, givenUp, halfway ? "interrupted" : "", current.version());
    }
    if (current.says(lastGood)) {
      var state = new State(current, lastGood, givenUp, "", null, 0, AppPart.UNKNOWN);
      return new Step(state, List.of(new Effect.Apply(state.effective())));
    }
    var state =
        new State(
            current,
            lastGood,
            givenUp,
            "",
            Trial.begin(now, linkMatters(lastGood, current)),
            kept.starts() + 1,
            AppPart.UNKNOWN);
    return state.starts() >= limits.starts()
        ? fallBack(state, "agent-restarts")
        : new Step(state, List.of(new Effect.Apply(state.effective())));
  }

  /// @param why empty when this is no news
  private static Step without(
      @Nullable Document lastGood, @Nullable Document givenUp, String why, long left) {
    var state = new State(lastGood, lastGood, givenUp, why, null, 0, AppPart.UNKNOWN);
    return why.isEmpty()
        ? new Step(state, List.of(new Effect.Apply(state.effective())))
        : told(state, left, why);
  }

  private @Nullable Document usable(@Nullable Document document) {
    return document != null
            && terminal.isMeantBy(document.configuration())
            && document.configuration().effective().bad().isEmpty()
        ? document
        : null;
  }

  private Step arrived(
      State state, Instant now, Verified<Configuration> verdict, ByteString signed) {
    return switch (verdict) {
      case Verified.Refused<Configuration>(var reason) -> refuse(state, reason, List.of());
      case Verified.Genuine<Configuration>(var configuration) ->
          genuine(state, now, new Document(configuration, signed));
    };
  }

  private Step genuine(State state, Instant now, Document document) {
    List<String> bad = document.configuration().effective().bad();
    if (!terminal.isMeantBy(document.configuration())) {
      return refuse(state, Refusal.OTHER_TERMINAL, List.of());
    }
    if (document.says(state.inForce())) {
      return new Step(state, List.of(new Effect.Took()));
    }
    if (document.says(state.givenUp())) {
      return refuse(state, Refusal.GIVEN_UP, List.of());
    }
    if (document.version() <= state.highest()) {
      return refuse(state, Refusal.OLD_VERSION, List.of());
    }
    if (!bad.isEmpty()) {
      return refuse(state, Refusal.BAD_VALUE, bad);
    }
    var taken =
        new State(
            document,
            state.lastGood(),
            state.givenUp(),
            "",
            Trial.begin(now, linkMatters(state.inForce(), document)),
            0,
            AppPart.UNKNOWN);
    return new Step(
        taken,
        List.of(
            new Effect.Apply(taken.effective()),
            new Effect.TellApp(taken.version(), taken.effective()),
            new Effect.Took()));
  }

  private Step ticked(State state, Instant now, boolean online) {
    Trial trial = state.trial();
    if (trial == null) {
      return stay(state);
    }
    Duration passed = Duration.between(trial.since(), now);
    if (trial.linkMatters() && !online) {
      return passed.compareTo(limits.linkPatience()) >= 0
          ? fallBack(state, "no-link")
          : stay(state);
    }
    return passed.compareTo(limits.trial()) >= 0 && state.wholly()
        ? stay(
            new State(state.inForce(), state.inForce(), state.givenUp(), "", null, 0, state.app()))
        : stay(state);
  }

  private Step appEnded(State state, boolean wanted) {
    if (state.trial() == null) {
      return stay(state);
    }
    Trial trial = state.trial().ended(wanted);
    if (trial.failures() >= limits.failures()) {
      return fallBack(state, "app-ended");
    }
    return trial.ends() >= limits.ends()
        ? fallBack(state, "app-restarts")
        : stay(state.with(trial));
  }

  /// Says nothing to an app of a terminal that never had a configuration: it may be too old to understand.
  private static Step greeted(State state) {
    return state.inForce() == null && state.givenUp() == null
        ? stay(state)
        : new Step(state, List.of(new Effect.TellApp(state.version(), state.effective())));
  }

  private Step appTook(State state, Instant now, long version, List<String> refused) {
    if (version != state.version()) {
      return stay(state); // an answer to what does not count any more
    }
    if (!refused.isEmpty() && state.trial() != null) {
      return fallBack(state, "app-refused");
    }
    Trial trial = state.trial();
    State taken = state.with(new AppPart(true, refused));
    return stay(trial == null || state.app().answered() ? taken : taken.with(trial.from(now)));
  }

  private static Step fallBack(State state, String why) {
    Document left = state.inForce();
    var back = new State(state.lastGood(), state.lastGood(), left, why, null, 0, AppPart.UNKNOWN);
    return told(back, left == null ? 0 : left.version(), why);
  }

  private static Step told(State back, long from, String why) {
    return new Step(
        back,
        List.of(
            new Effect.Apply(back.effective()),
            new Effect.TellApp(back.version(), back.effective()),
            new Effect.Alarm(new RecordBody.ConfigurationFellBack(from, back.version(), why))));
  }

  private static boolean linkMatters(@Nullable Document before, Document after) {
    Effective was = before == null ? Effective.NOTHING : before.configuration().effective();
    Effective is = after.configuration().effective();
    return Stream.of(Setting.BROKER_KEEP_ALIVE_SECONDS, Setting.BROKER_LONGEST_RETRY_SECONDS)
        .anyMatch(setting -> !was.value(setting).equals(is.value(setting)));
  }

  private static Step refuse(State state, Refusal reason, List<String> names) {
    return new Step(state, List.of(new Effect.Refused(reason, names)));
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
