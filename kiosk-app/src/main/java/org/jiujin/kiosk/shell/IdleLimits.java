package org.jiujin.kiosk.shell;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jiujin.kiosk.journey.Idle;
import org.jiujin.kiosk.journey.Journey;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.terminal.TerminalProfile;

/// How long nobody has to touch anything before the terminal asks, and how long it waits for the answer (interface
/// reference, section 5).
///
/// @param limits by kind; a kind without an entry has no limit here
public record IdleLimits(Map<Idle, Limit> limits) {
  private static final Duration FAREWELL = Duration.ofSeconds(12);
  private static final int ELDER_NUMERATOR = 3;
  private static final int ELDER_DENOMINATOR = 2;

  public IdleLimits {
    limits = Map.copyOf(limits);
  }

  /// One limit.
  ///
  /// @param quiet how long nothing happens before the warning; 1.5 times as long in 长辈版
  /// @param warning how long the countdown runs, at least 20 s where the resident has entered something; zero for no
  /// warning, the screen itself counts down
  public record Limit(Duration quiet, Duration warning) {
    Limit forElders() {
      return new Limit(quiet.multipliedBy(ELDER_NUMERATOR).dividedBy(ELDER_DENOMINATOR), warning);
    }
  }

  /// The limits that the product proposes.
  public static IdleLimits proposed() {
    return new IdleLimits(
        Map.of(
            Idle.NOT_SIGNED_IN, seconds(60, 20),
            Idle.SIGNED_IN, seconds(120, 30),
            Idle.DEVICE, seconds(100, 20),
            Idle.PAPER, seconds(30, 30),
            Idle.FAREWELL, new Limit(FAREWELL, Duration.ZERO)));
  }

  /// The limits of a terminal profile, where the countdown is part of each limit.
  public static IdleLimits of(TerminalProfile.IdleLimits profile) {
    return new IdleLimits(
        Map.of(
            Idle.NOT_SIGNED_IN, limit(profile.notSignedIn(), profile.countdown()),
            Idle.SIGNED_IN, limit(profile.signedIn(), profile.countdown()),
            // The profile's limit is one wait for a card; the resident has as many as the journey
            // gives.
            Idle.DEVICE,
                limit(profile.device().multipliedBy(Journey.CARD_ATTEMPTS), profile.countdown()),
            Idle.PAPER, limit(profile.paper(), profile.countdown()),
            Idle.FAREWELL, new Limit(FAREWELL, Duration.ZERO)));
  }

  private static Limit limit(Duration whole, Duration countdown) {
    Duration quiet = whole.minus(countdown);
    return new Limit(quiet.isNegative() ? Duration.ZERO : quiet, countdown);
  }

  private static Limit seconds(int quiet, int warning) {
    return new Limit(Duration.ofSeconds(quiet), Duration.ofSeconds(warning));
  }

  Optional<Limit> of(Idle idle, Skin skin) {
    return Optional.ofNullable(limits.get(idle))
        .map(limit -> skin == Skin.ELDER ? limit.forElders() : limit);
  }
}
