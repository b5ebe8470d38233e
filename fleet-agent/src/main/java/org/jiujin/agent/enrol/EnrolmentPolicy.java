package org.jiujin.agent.enrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;

/// Decides when the terminal asks for a certificate. Holds no thread, no socket, no file and no clock.
///
/// ```
/// Bare --Tick (due)--> MAKE_CLAIM --ClaimKept--> Claiming --Kept--> Enrolled --Tick (2/3 of its life)--> RENEW --Kept--> Enrolled
///                                                   ^                  |
///                                                   +---- it is over --+     (and back, when the clock is put right)
/// ```
///
/// The code is on the screen only while the server is known to have the claim: whoever reads it there comes too late to claim it
/// for a key of his own. Lives of certificates go by the wall clock, waits by one that only goes forward.
final class EnrolmentPolicy {
  private final Timing timing;
  private final RandomGenerator random;

  EnrolmentPolicy(Timing timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
  }

  /// The waits.
  ///
  /// @param firstRetry the ceiling of the wait after the first fault; doubles with each further one
  /// @param longestAsking the ceiling while there is no certificate
  /// @param longestRenewing the ceiling while there is one; never more than a sixtieth of its life
  /// @param heard how long the server is believed to have a claim after it said so
  /// @param warnEvery how often it is told that the end is near
  record Timing(
      Duration firstRetry,
      Duration longestAsking,
      Duration longestRenewing,
      Duration heard,
      Duration warnEvery) {
    static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofHours(6),
            Duration.ofMinutes(10),
            Duration.ofDays(1));
  }

  /// Now, by both clocks.
  ///
  /// @param wall what certificates go by
  /// @param steady what waits go by
  record Moment(Instant wall, Instant steady) {}

  sealed interface State {
    /// Neither claim nor certificate.
    record Bare(@Nullable Life old, int failures, Instant tryAt) implements State {}

    /// There is a claim.
    ///
    /// @param old the certificate that is over; null when there never was one that could be used
    /// @param shownUntil until when the code may be on the screen, if nothing more is heard
    record Claiming(@Nullable Life old, int failures, Instant tryAt, Instant shownUntil)
        implements State {}

    /// There is a certificate.
    ///
    /// @param renewAt by the wall clock
    /// @param tryAt by the steady one
    /// @param reason why the last attempt to renew came to nothing; empty if it did not
    /// @param warnAt when to tell again that the end is near; null while nothing was told
    record Enrolled(
        Life life,
        Instant renewAt,
        int failures,
        Instant tryAt,
        String reason,
        @Nullable Instant warnAt)
        implements State {}
  }

  sealed interface Input {
    record Tick(Moment now) implements Input {}

    /// A new claim is on the disk.
    record ClaimKept(Moment now) implements Input {}

    /// A certificate is on the disk.
    record Kept(Moment now, Life life) implements Input {}

    /// The server has the request, and no decision.
    record Waits(Moment now, Duration askAgainAfter) implements Input {}

    /// The server says no.
    record Refused(Moment now) implements Input {}

    /// The server did not answer as it should, or the disk refused.
    record Failed(Moment now, String reason) implements Input {}
  }

  sealed interface Effect {
    /// Make key and code, and keep them in place of older ones.
    record MakeClaim() implements Effect {}

    /// Ask for a certificate with the claim.
    record Ask() implements Effect {}

    /// Make a key and ask for a certificate with the present one.
    record Renew() implements Effect {}

    /// Write it down for the operator.
    record Tell(RecordBody body) implements Effect {}
  }

  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  /// The state to begin in.
  ///
  /// @param identity the life of the certificate on the disk
  /// @param claim whether there is a claim on the disk
  State initial(@Nullable Life identity, boolean claim, Moment now) {
    if (identity != null && !identity.isOver(now.wall())) {
      return enrolled(identity);
    }
    return claim
        ? new State.Claiming(identity, 0, Instant.MIN, Instant.MIN)
        : new State.Bare(identity, 0, Instant.MIN);
  }

  Step next(State state, Input input) {
    return switch (state) {
      case State.Bare bare -> bare(bare, input);
      case State.Claiming claiming -> claiming(claiming, input);
      case State.Enrolled enrolled -> enrolled(enrolled, input);
    };
  }

  private Step bare(State.Bare bare, Input input) {
    return switch (input) {
      case Input.Tick(var now) when bare.old() != null && !bare.old().isOver(now.wall()) ->
          stay(enrolled(bare.old()));
      case Input.Tick(var now) when isDue(bare.tryAt(), now) ->
          new Step(bare, List.of(new Effect.MakeClaim()));
      case Input.ClaimKept _ -> stay(new State.Claiming(bare.old(), 0, Instant.MIN, Instant.MIN));
      case Input.Failed(var now, _) ->
          stay(
              new State.Bare(
                  bare.old(),
                  bare.failures() + 1,
                  retry(bare.failures() + 1, timing.longestAsking(), now)));
      default -> stay(bare);
    };
  }

  private Step claiming(State.Claiming claiming, Input input) {
    return switch (input) {
      case Input.Tick(var now) when claiming.old() != null && !claiming.old().isOver(now.wall()) ->
          stay(enrolled(claiming.old()));
      case Input.Tick(var now) when isDue(claiming.tryAt(), now) ->
          new Step(claiming, List.of(new Effect.Ask()));
      case Input.Waits(var now, var wait) ->
          stay(
              new State.Claiming(
                  claiming.old(), 0, now.steady().plus(wait), now.steady().plus(timing.heard())));
      case Input.Refused(var now) -> // another key has this code; with a new one nobody has
          stay(
              new State.Bare(
                  claiming.old(),
                  claiming.failures() + 1,
                  retry(claiming.failures() + 1, timing.longestAsking(), now)));
      case Input.Failed(var now, _) ->
          stay(
              new State.Claiming(
                  claiming.old(),
                  claiming.failures() + 1,
                  retry(claiming.failures() + 1, timing.longestAsking(), now),
                  claiming.shownUntil()));
      case Input.Kept(var now, var life) when claiming.old() != null ->
          new Step(enrolled(life), List.of(renewed(life, now)));
      case Input.Kept(_, var life) -> stay(enrolled(life));
      case Input.Tick _, Input.ClaimKept _ -> stay(claiming);
    };
  }

  private Step enrolled(State.Enrolled enrolled, Input input) {
    return switch (input) {
      case Input.Tick(var now) when enrolled.life().isOver(now.wall()) ->
          new Step(
              new State.Bare(enrolled.life(), 0, Instant.MIN),
              List.of(ending(0, enrolled.reason())));
      case Input.Tick(var now) -> tick(enrolled, now);
      case Input.Waits(var now, var wait) ->
          stay(notYet(enrolled, 0, now.steady().plus(wait), "waits"));
      case Input.Refused(var now) -> stay(failed(enrolled, now, "refused"));
      case Input.Failed(var now, var reason) -> stay(failed(enrolled, now, reason));
      case Input.Kept(var now, var life) ->
          new Step(
              enrolled(life), enrolled.warnAt() == null ? List.of() : List.of(renewed(life, now)));
      case Input.ClaimKept _ -> stay(enrolled);
    };
  }

  private Step tick(State.Enrolled enrolled, Moment now) {
    List<Effect> effects = new ArrayList<>();
    State.Enrolled after = enrolled;
    boolean worthTelling =
        !enrolled.reason().isEmpty()
            && enrolled.life().isNearlyOver(now.wall())
            && (enrolled.warnAt() == null || isDue(enrolled.warnAt(), now));
    if (worthTelling) {
      effects.add(ending(enrolled.life().daysLeft(now.wall()), enrolled.reason()));
      after =
          new State.Enrolled(
              enrolled.life(),
              enrolled.renewAt(),
              enrolled.failures(),
              enrolled.tryAt(),
              enrolled.reason(),
              now.steady().plus(timing.warnEvery()));
    }
    if (!now.wall().isBefore(enrolled.renewAt()) && isDue(enrolled.tryAt(), now)) {
      effects.add(new Effect.Renew());
    }
    return new Step(after, effects);
  }

  private State.Enrolled failed(State.Enrolled enrolled, Moment now, String reason) {
    Duration sixtieth = enrolled.life().length().dividedBy(60);
    Duration longest =
        sixtieth.compareTo(timing.longestRenewing()) < 0 ? sixtieth : timing.longestRenewing();
    int failures = enrolled.failures() + 1;
    return notYet(enrolled, failures, retry(failures, longest, now), reason);
  }

  private static State.Enrolled notYet(
      State.Enrolled enrolled, int failures, Instant tryAt, String reason) {
    return new State.Enrolled(
        enrolled.life(), enrolled.renewAt(), failures, tryAt, reason, enrolled.warnAt());
  }

  /// Renewed at two thirds of its life, and up to a thirtieth of it later, so that a fleet that was enrolled in one week does
  /// not come back in one minute.
  private State.Enrolled enrolled(Life life) {
    Duration most = life.length().dividedBy(30);
    Instant renewAt = life.twoThirds().plus(jitter(most));
    return new State.Enrolled(life, renewAt, 0, Instant.MIN, "", null);
  }

  private Instant retry(int failures, Duration longest, Moment now) {
    int doublings = Math.min(failures - 1, 20); // 2^20 first retries are past any limit
    Duration grown = timing.firstRetry().multipliedBy(1L << doublings);
    Duration ceiling = grown.compareTo(longest) < 0 ? grown : longest;
    return now.steady().plus(jitter(ceiling));
  }

  private Duration jitter(Duration ceiling) {
    return Duration.ofMillis(random.nextLong(Math.max(0, ceiling.toMillis()) + 1));
  }

  private static Effect ending(int daysLeft, String reason) {
    return new Effect.Tell(
        new RecordBody.CertificateEnding(Math.max(0, daysLeft), reason.isEmpty() ? "off" : reason));
  }

  private static Effect renewed(Life life, Moment now) {
    return new Effect.Tell(new RecordBody.CertificateRenewed(life.daysLeft(now.wall())));
  }

  private static boolean isDue(Instant at, Moment now) {
    return !now.steady().isBefore(at);
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
