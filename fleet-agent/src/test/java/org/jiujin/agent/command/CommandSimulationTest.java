package org.jiujin.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.agent.command.CommandPolicy.Effect;
import org.jiujin.agent.command.CommandPolicy.Input;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An operator who repeats himself, residents who come and go, a disk that fills, a clock that jumps and an agent that is killed
/// at every step, over the real policy, ledger and codec.
class CommandSimulationTest {
  private static final CommandPolicy.Limits LIMITS =
      new CommandPolicy.Limits(Duration.ofMinutes(2), Duration.ofHours(24), 4, 8, 2);
  private static final CommandVerb[] VERBS = {
    CommandVerb.MESSAGE,
    CommandVerb.RESTART_APP,
    CommandVerb.RESTART_AGENT,
    CommandVerb.REBOOT,
    CommandVerb.COLLECT_LOGS,
    CommandVerb.SCREENSHOT
  };

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingRunsTwiceAndEverythingTakenEndsOnce(long seed) {
    var world = new World(new Random(seed));
    for (int i = 0; i < 300; i++) {
      world.step();
    }
    world.settle();
    world.check();
  }

  static LongStream seeds() {
    return Seeds.count(400);
  }

  private static final class World {
    private final Random random;
    private final Disk disk;
    private final List<Command> issued = new ArrayList<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Set<CommandResult>> ends = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> expiredOnArrival = new HashSet<>();
    private Instant now = Orders.AT;
    private int boots;
    private boolean serving;
    private CommandLedger ledger;
    private @Nullable Command atWork;

    World(Random random) {
      this.random = random;
      this.disk = new Disk(random);
      this.ledger = open();
    }

    void step() {
      now = now.plusSeconds(random.nextInt(40));
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> arrive(issue());
        case 3, 4 -> {
          if (!issued.isEmpty()) {
            arrive(issued.get(random.nextInt(issued.size())));
          }
        }
        case 5 -> resident(!serving);
        case 6, 7 -> end();
        case 8 -> crash(random.nextBoolean());
        case 9 -> disk.full = random.nextInt(3) == 0;
        case 10 -> now = now.plusSeconds(random.nextInt(1200) - 600L); // somebody sets the clock
        default -> {
          // time passes
        }
      }
      take(new Input.Tick(now));
    }

    /// Everything gets its chance: the disk has room, nobody uses the terminal, nothing new comes.
    void settle() {
      disk.full = false;
      disk.dies = false;
      resident(false);
      for (int i = 0; i < 3 * LIMITS.remembered(); i++) {
        end();
        take(new Input.Tick(now));
      }
      issued.stream()
          .filter(command -> taken.contains(command.id()))
          .forEach(this::arrive); // the operator asks once more
    }

    void check() {
      begun.forEach((id, times) -> assertEquals(1, times, id + " ran more than once"));
      for (String id : taken) {
        Set<CommandResult> told = ends.getOrDefault(id, Set.of());
        boolean tooLate = told.isEmpty() && expiredOnArrival.contains(id);
        assertTrue(tooLate || told.size() == 1, id + " ended " + told);
      }
      for (Command command : issued) {
        if (!taken.contains(command.id())) {
          assertFalse(begun.containsKey(command.id()), command.id() + " was refused and ran");
        }
      }
    }

    private Command issue() {
      var verb = VERBS[random.nextInt(VERBS.length)];
      Command command =
          Orders.command(
              "c-" + issued.size(),
              verb,
              now.minusSeconds(random.nextInt(30)),
              Duration.ofSeconds(60 + random.nextInt(900)));
      issued.add(command);
      return command;
    }

    private void arrive(Command command) {
      take(Orders.arrival(now, command));
    }

    private void resident(boolean there) {
      serving = there;
      take(new Input.Serving(there));
    }

    private void end() {
      Command done = atWork;
      if (done == null) {
        return;
      }
      atWork = null;
      switch (done.knownVerb().orElseThrow()) {
        case RESTART_AGENT -> crash(false);
        case REBOOT -> crash(true);
        default ->
            take(
                new Input.Ended(
                    done.id(),
                    random.nextBoolean() ? Outcome.done() : Outcome.failed("bad-luck"),
                    Duration.ofMillis(5)));
      }
    }

    private void crash(boolean ofTheMachine) {
      boots += ofTheMachine ? 1 : 0;
      atWork = null;
      ledger = open();
      take(new Input.Begun(now));
      take(new Input.Serving(serving));
    }

    private CommandLedger open() {
      return CommandLedger.open(
          new CommandPolicy(Orders.terminal("boot-" + boots), LIMITS),
          disk,
          Orders.AT.minusSeconds(60));
    }

    private void take(Input input) {
      disk.dies = random.nextInt(20) == 0;
      try {
        for (Effect effect : ledger.take(input)) {
          perform(effect);
          if (disk.dies && random.nextInt(4) == 0) { // between two effects
            crash(false);
            return;
          }
        }
      } catch (Killed _) {
        disk.dies = false;
        crash(random.nextBoolean());
      } finally {
        disk.dies = false;
      }
    }

    private void perform(Effect effect) {
      switch (effect) {
        case Effect.Run(var command) -> {
          assertEquals(null, atWork, "two at once");
          assertTrue(!serving || !disturbs(command), "a resident was disturbed");
          begun.merge(command.id(), 1, Integer::sum);
          atWork = command;
        }
        case Effect.Tell(var result) -> hear(result);
      }
    }

    private static boolean disturbs(Command command) {
      return !EnumSet.of(CommandVerb.MESSAGE, CommandVerb.COLLECT_LOGS)
          .contains(command.knownVerb().orElseThrow());
    }

    private void hear(CommandResult result) {
      boolean known = ledger.entry(result.id()).isPresent();
      if (known) {
        taken.add(result.id());
      }
      if (known && result.state().isFinal()) {
        ends.computeIfAbsent(result.id(), _ -> new HashSet<>()).add(result);
      } else if (!known) {
        // refused on arrival, or asked again after it was forgotten: by then its time is over
        assertEquals(CommandState.REFUSED, result.state());
        if (taken.contains(result.id())) {
          assertEquals(Refusal.EXPIRED.word(), result.reason(), "a forgotten one is expired");
        }
        expiredOnArrival.add(result.id());
      }
    }
  }

  /// A disk that can be full, and a machine that can die before or after a write.
  private static final class Disk implements LedgerStore {
    private final Random random;
    private byte @Nullable [] bytes;
    private boolean full;
    private boolean dies;

    Disk(Random random) {
      this.random = random;
    }

    @Override
    public Optional<byte[]> read() {
      return Optional.ofNullable(bytes);
    }

    @Override
    public void write(byte[] next) throws IOException {
      boolean dying = dies && random.nextBoolean();
      if (dying && random.nextBoolean()) {
        throw new Killed();
      }
      if (full) {
        throw new IOException("no space left");
      }
      bytes = next;
      if (dying) {
        throw new Killed();
      }
    }
  }

  private static final class Killed extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;
  }
}
