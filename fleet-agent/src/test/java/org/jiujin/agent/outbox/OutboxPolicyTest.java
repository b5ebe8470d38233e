package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jiujin.agent.outbox.OutboxPolicy.Effect;
import org.jiujin.agent.outbox.OutboxPolicy.Input;
import org.jiujin.agent.outbox.OutboxPolicy.State;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxPolicyTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final OutboxPolicy.Timing TIMING =
      new OutboxPolicy.Timing(4, Duration.ofSeconds(20), Duration.ofMinutes(15));
  private final OutboxPolicy policy = new OutboxPolicy(TIMING);

  static LongStream seeds() {
    return Seeds.count(500);
  }

  @Test
  void sendsOneBatchAfterTheBirthsAndTheNextWhenItIsAcknowledged() {
    var waiting = records(6);
    assertEquals(List.of(), policy.next(OutboxPolicy.initial(), tick(0, waiting)).effects());
    State ready = policy.next(OutboxPolicy.initial(), new Input.Born()).state();
    var sent = policy.next(ready, tick(0, waiting));
    assertEquals(List.of(new Effect.Send(waiting.subList(0, 4))), sent.effects());
    assertEquals(List.of(), policy.next(sent.state(), tick(19, waiting)).effects());
    var acknowledged = policy.next(sent.state(), new Input.Acknowledged(4));
    assertEquals(List.of(new Effect.Delete(4)), acknowledged.effects());
    assertEquals(
        List.of(new Effect.Send(waiting.subList(4, 6))),
        policy.next(acknowledged.state(), tick(19, waiting.subList(4, 6))).effects());
  }

  @Test
  void sendsAgainLaterAndLaterToAHostThatStaysSilent() {
    State state = policy.next(OutboxPolicy.initial(), new Input.Born()).state();
    List<Integer> sentAt = new ArrayList<>();
    for (int second = 0; second < 4000; second++) {
      var step = policy.next(state, tick(second, records(1)));
      state = step.state();
      if (!step.effects().isEmpty()) {
        sentAt.add(second);
      }
    }
    assertEquals(List.of(0, 20, 60, 140, 300, 620, 1260, 2160, 3060, 3960), sentAt);
  }

  @Test
  void deletesNothingThatWasNotSent() {
    State state = policy.next(OutboxPolicy.initial(), new Input.Born()).state();
    assertEquals(List.of(), policy.next(state, new Input.Acknowledged(Long.MAX_VALUE)).effects());
    state = policy.next(state, tick(0, records(6))).state();
    assertEquals(List.of(), policy.next(state, new Input.Acknowledged(5)).effects());
    var late = policy.next(state, new Input.Acknowledged(2));
    assertEquals(List.of(new Effect.Delete(2)), late.effects());
    assertEquals(state, late.state(), "the batch is still awaited");
  }

  @Test
  void aClockThatIsSetBackDoesNotHoldRecordsUp() {
    State state = policy.next(OutboxPolicy.initial(), new Input.Born()).state();
    state = policy.next(state, tick(100_000, records(1))).state();
    assertEquals(1, policy.next(state, tick(0, records(1))).effects().size());
  }

  /// Agent, link and host in one thread. The link loses, repeats and delays; agent and host lose their memory; the host's
  /// table stays.
  @ParameterizedTest
  @MethodSource("seeds")
  void everyRecordComesOnceAndInOrderWhateverIsLostOnTheWay(long seed) {
    var world = new World(seed);
    for (int i = 0; i < 400; i++) {
      world.step();
    }
    world.settle();
    assertEquals(world.added, new ArrayList<>(world.table.values()), "seed " + seed);
    assertTrue(world.mostWaiting <= World.ROOM, "seed " + seed);
  }

  private static final class World {
    private static final int ROOM = 500;

    private final Random random;
    private final TestDisk disk;
    private final OutboxPolicy policy = new OutboxPolicy(TIMING);
    private final List<TerminalRecord> added = new ArrayList<>();
    private final TreeMap<Long, TerminalRecord> table = new TreeMap<>();
    private final Deque<List<TerminalRecord>> toHost = new ArrayDeque<>();
    private final Deque<Long> toAgent = new ArrayDeque<>();
    private final String name;
    private RecordOutbox outbox;
    private State state = OutboxPolicy.initial();
    private Instant now = AT;
    private boolean lossy = true;
    private int mostWaiting;

    World(long seed) {
      name = "seed " + seed;
      random = new Random(seed);
      disk = new TestDisk(random);
      outbox = RecordOutbox.open(disk, ROOM, now);
    }

    void step() {
      now = now.plusMillis(random.nextInt(5000));
      switch (random.nextInt(16)) {
        case 0, 1, 2 -> {
          outbox.add(now, new RecordBody.CloneSuspected(added.size()));
          added.add(outbox.waiting().getLast());
        }
        case 3 -> {
          if (random.nextInt(4) == 0) {
            now = now.plusMillis(added.size()); // a start takes longer than that
            outbox = RecordOutbox.open(disk, ROOM, now);
            cut();
          }
        }
        case 4 -> cut();
        case 5 -> tell(new Input.Born());
        case 6 -> now = random.nextInt(20) == 0 ? now.minusSeconds(7200) : now;
        case 7, 8, 9, 10 -> tell(new Input.Tick(now, outbox.waiting()));
        case 11, 12, 13 -> host();
        default -> {
          Long upTo = toAgent.poll();
          if (upTo != null) {
            tell(new Input.Acknowledged(upTo));
          }
        }
      }
      mostWaiting = Math.max(mostWaiting, outbox.waiting().size());
    }

    private void cut() {
      toHost.clear();
      toAgent.clear();
      tell(new Input.Lost());
    }

    /// The host takes a batch in one transaction, or it stumbles and nothing is stored; then its word may get lost.
    private void host() {
      List<TerminalRecord> batch = toHost.poll();
      if (batch == null || loses(4)) {
        return;
      }
      long before = table.isEmpty() ? 0 : table.lastKey();
      for (TerminalRecord one : batch) {
        if (table.putIfAbsent(one.seq(), one) == null) {
          assertTrue(one.seq() > before, "out of order, " + name);
          before = one.seq();
        }
      }
      if (!loses(4)) {
        toAgent.add(batch.getLast().seq());
      }
    }

    private void tell(Input input) {
      var step = policy.next(state, input);
      state = step.state();
      for (Effect effect : step.effects()) {
        switch (effect) {
          case Effect.Send(var batch) -> {
            assertTrue(batch.size() <= TIMING.most(), name);
            for (int copies = loses(5) ? random.nextInt(3) : 1; copies > 0; copies--) {
              toHost.add(batch);
            }
          }
          case Effect.Delete(var upTo) -> outbox.acknowledged(upTo);
        }
      }
    }

    private boolean loses(int oneIn) {
      return lossy && random.nextInt(oneIn) == 0;
    }

    void settle() {
      lossy = false;
      cut();
      tell(new Input.Born());
      for (int i = 0; i < 500 && !outbox.waiting().isEmpty(); i++) {
        now = now.plusSeconds(1);
        tell(new Input.Tick(now, outbox.waiting()));
        host();
        Long upTo = toAgent.poll();
        if (upTo != null) {
          tell(new Input.Acknowledged(upTo));
        }
      }
      assertEquals(List.of(), outbox.waiting(), name);
    }
  }

  private static Input tick(int second, List<TerminalRecord> waiting) {
    return new Input.Tick(AT.plusSeconds(second), waiting);
  }

  private static List<TerminalRecord> records(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(seq -> new TerminalRecord(seq, AT, new RecordBody.CrashLoop()))
        .toList();
  }
}
