package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiujin.kiosk.journey.Idle;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
  private static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
  private final IdleWatch watch = new IdleWatch();

  @Test
  void staysCalmThenWarnsThenRunsOutOnce() {
    watch.begin(limit(Idle.SIGNED_IN, Skin.STANDARD), START);
    assertInstanceOf(IdleWatch.Verdict.Calm.class, at(119));
    var counting = assertInstanceOf(IdleWatch.Verdict.Counting.class, at(125));
    assertEquals(Duration.ofSeconds(25), counting.left());
    assertTrue(counting.warn());
    assertInstanceOf(IdleWatch.Verdict.RunOut.class, at(150));
    assertInstanceOf(IdleWatch.Verdict.Calm.class, at(151));
  }

  @Test
  void aTouchDuringTheWarningBeginsAnewAsOftenAsOneLikes() {
    watch.begin(limit(Idle.SIGNED_IN, Skin.STANDARD), START);
    Instant now = START;
    for (int i = 0; i < 12; i++) {
      now = now.plusSeconds(140);
      assertInstanceOf(IdleWatch.Verdict.Counting.class, watch.at(now));
      watch.touched(now);
      assertInstanceOf(IdleWatch.Verdict.Calm.class, watch.at(now));
    }
  }

  @Test
  void givesEldersHalfAsMuchTimeAgain() {
    watch.begin(limit(Idle.SIGNED_IN, Skin.ELDER), START);
    assertInstanceOf(IdleWatch.Verdict.Calm.class, at(179));
    assertInstanceOf(IdleWatch.Verdict.Counting.class, at(181));
  }

  @Test
  void neverRunsOutWhereThereIsNoLimit() {
    watch.begin(limit(Idle.WORKING, Skin.STANDARD), START);
    assertInstanceOf(IdleWatch.Verdict.Calm.class, at(1_000_000));
  }

  @Test
  void everyWarningLeavesTwentySeconds() {
    for (IdleLimits.Limit limit : IdleLimits.proposed().limits().values()) {
      assertTrue(limit.warning().isZero() || limit.warning().toSeconds() >= 20, limit.toString());
    }
  }

  @Test
  void theCountdownOfAProfileIsPartOfItsLimits() {
    var profile =
        new TerminalProfile.IdleLimits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20));
    var limit = IdleLimits.of(profile).of(Idle.SIGNED_IN, Skin.STANDARD).orElseThrow();
    assertEquals(new IdleLimits.Limit(Duration.ofSeconds(100), Duration.ofSeconds(20)), limit);
  }

  private IdleWatch.Verdict at(long seconds) {
    return watch.at(START.plusSeconds(seconds));
  }

  private static Optional<IdleLimits.Limit> limit(Idle idle, Skin skin) {
    return IdleLimits.proposed().of(idle, skin);
  }
}
