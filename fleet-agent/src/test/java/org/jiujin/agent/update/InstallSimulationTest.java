package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.agent.update.InstallPolicy.State;
import org.jiujin.agent.update.InstallPolicy.Step;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A terminal whose releases are good or bad by chance, whose power fails and whose residents come and go; after each step the rules hold,
/// and in the end, when nothing disturbs any more, it runs the release that is wanted or, if that is bad, the last good one.
class InstallSimulationTest {
  private static final Duration TICK = Duration.ofSeconds(30);

  /// Ticks; less than the proof takes.
  private static final int FAILS_EVERY = 4;

  private static final Set<String> DEVICES = Set.of("idcard", "receipt", "scanner");
  private static final List<Permit> PERMITS = List.of(Permit.values());
  private static final List<Urgency> URGENCIES = List.of(Urgency.values());

  @ParameterizedTest
  @MethodSource("seeds")
  void aTerminalAlwaysHasAGoodReleaseToGoBackTo(long seed) {
    var history = new History(seed);
    for (int i = 0; i < 3_000; i++) {
      history.live();
    }
    history.calmDown();
  }

  static LongStream seeds() {
    return Seeds.count(200);
  }

  private static final class History {
    private final Random random;
    private final InstallPolicy policy =
        new InstallPolicy(InstallLimits.USUAL, Duration.ofMinutes(7));

    /// By the first byte of the manifest: whether the release is any good.
    private final Map<Byte, Boolean> good = new HashMap<>();

    private final Map<Long, ReleaseRef> slots = new HashMap<>();
    private State state = State.NOTHING;
    private Kept disk;
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private long nextSlot = 2;
    private int attempt = 1;
    private boolean serving;
    private boolean emergency;
    private boolean appIsDown;
    private int ticks;

    History(long seed) {
      random = new Random(seed);
      var first = new Installed(1, release(0), 1);
      good.put((byte) 0, true);
      slots.put(1L, first.release());
      disk = new Kept(first, first, null, 0, Set.of());
      take(new Input.Begun(now, disk));
    }

    void live() {
      switch (random.nextInt(40)) {
        case 0 -> direct(random.nextInt(1, 12), URGENCIES.get(random.nextInt(4)));
        case 1, 2 -> answer();
        case 3 -> powerFails();
        case 4 -> serving = !serving;
        case 5 -> {
          take(new Input.Stopping());
          powerFails();
        }
        default -> pass();
      }
    }

    void calmDown() {
      serving = false;
      attempt = 99;
      int release = 1 + random.nextInt(11);
      direct(release, Urgency.SOON);
      for (int i = 0; i < 1_000; i++) {
        pass();
        if (state.way() instanceof InstallPolicy.Way.Fetching) {
          built();
        }
      }
      Installed current = state.kept().current();
      assertTrue(current != null && current.equals(state.kept().lastGood()), "it has settled");
      assertTrue(isGood(current.release()), "on a good one");
      assertEquals(isGood(release(release)), current.release().equals(release(release)));
    }

    /// The app of a bad release does one of the bad things, that of a good one nothing of the kind.
    private void pass() {
      now = now.plus(TICK);
      boolean bad = !isGood(running());
      int way = running().manifest().byteAt(0) % 4;
      appIsDown = bad && way == 1;
      if (bad && way == 0 && ticks++ % FAILS_EVERY == 0) {
        appIsDown = true;
        take(Input.AppFailed.ENDED);
        appIsDown = false;
      }
      if (bad && way == 3 && ticks++ % FAILS_EVERY == 0) {
        powerFails();
      }
      Set<String> devices = bad && way == 2 ? Set.of("idcard") : DEVICES;
      boolean used = serving && !appIsDown;
      take(
          new Input.Tick(
              now,
              new Conditions(
                  now,
                  !appIsDown,
                  used,
                  devices,
                  PERMITS.get(random.nextInt(PERMITS.size())),
                  random.nextBoolean())));
    }

    private void direct(int release, Urgency urgency) {
      emergency = urgency == Urgency.EMERGENCY;
      attempt += random.nextInt(2);
      good.computeIfAbsent((byte) release, _ -> random.nextInt(3) > 0);
      ReleaseRef wanted = release(release);
      take(
          new Input.Directed(
              now.plus(Duration.ofDays(30)),
              new Assignment("app", wanted.version(), wanted.manifest(), attempt, now, urgency)));
    }

    private void answer() {
      if (random.nextInt(3) == 0 && state.wanted() != null) {
        take(new Input.NotBuilt(now, ReleaseRef.of(state.wanted()), "unreachable"));
      } else {
        built();
      }
    }

    private void built() {
      if (state.wanted() != null) {
        long slot = nextSlot++;
        slots.put(slot, ReleaseRef.of(state.wanted()));
        take(new Input.Built(ReleaseRef.of(state.wanted()), slot));
      }
    }

    private void powerFails() {
      state = State.NOTHING;
      take(new Input.Begun(now, disk));
    }

    private void take(Input input) {
      Kept before = disk;
      Step step = policy.next(state, input);
      state = step.state();
      disk = state.kept();
      for (Effect effect : step.effects()) {
        if (effect instanceof Effect.Restart) {
          restarted(before);
        }
      }
      check();
    }

    private void restarted(Kept before) {
      assertTrue(!serving || appIsDown || emergency || before.starts() > 0, "a resident is served");
      Installed current = Objects.requireNonNull(disk.current());
      boolean back = current.equals(disk.lastGood());
      if (!back) {
        assertFalse(isGivenUp(before.givenUp(), current), "given up before");
      }
    }

    private static boolean isGivenUp(@Nullable GivenUp given, Installed current) {
      return given != null
          && given.release().equals(current.release())
          && current.attempt() <= given.attempt();
    }

    private void check() {
      Installed current = disk.current();
      Installed lastGood = disk.lastGood();
      assertTrue(current != null && lastGood != null, "there is always one");
      assertEquals(current.release(), slots.get(current.slot()));
      assertTrue(isGood(lastGood.release()), "a bad one never proves itself");
      assertEquals(state.trial() == null, current.equals(lastGood));
      assertFalse(
          state.trial() == null && disk.starts() != 0, "starts are counted in a trial only");
    }

    private ReleaseRef running() {
      return Objects.requireNonNull(disk.current()).release();
    }

    private boolean isGood(ReleaseRef release) {
      return good.getOrDefault(release.manifest().byteAt(0), true);
    }

    private static ReleaseRef release(int which) {
      byte[] hash = new byte[32];
      hash[0] = (byte) which;
      return new ReleaseRef("0." + which, ByteString.copyFrom(hash));
    }
  }
}
