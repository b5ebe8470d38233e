package org.jiujin.agent.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;

/// Time and chance. Everything that happens is an event of this queue, in the order of its time, so that a seed tells the whole
/// history.
final class World {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final int LAST_EVENTS = 120;

  final Random random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Deque<String> trace = new ArrayDeque<>();
  private long traceHash = 17;
  private long millis;
  private long scheduled;
  private Runnable afterEach = () -> {};

  World(long seed) {
    random = new Random(seed);
  }

  /// Runs after each event.
  void afterEach(Runnable check) {
    afterEach = check;
  }

  /// Milliseconds since the begin; nobody can set them.
  long millis() {
    return millis;
  }

  /// What a clock shows that nobody ever set.
  Instant now() {
    return BEGIN.plusMillis(millis);
  }

  /// A clock that is wrong by what its owner says.
  InstantSource clock(Supplier<Duration> offset) {
    return () -> now().plus(offset.get());
  }

  /// Plans an event.
  void in(long moreMillis, Runnable task) {
    events.add(new Event(millis + Math.max(0, moreMillis), scheduled++, task));
  }

  /// Some time from 0 to `most` milliseconds from now.
  void within(long most, Runnable task) {
    in(random.nextLong(most + 1), task);
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /// One of them.
  <T> T oneOf(T[] all) {
    return all[random.nextInt(all.length)];
  }

  /// From `least` to `most`.
  long between(long least, long most) {
    return least + random.nextLong(most - least + 1);
  }

  /// Lets everything happen that happens within this time.
  void run(Duration time) {
    long end = millis + time.toMillis();
    while (true) {
      Event next = events.peek();
      if (next == null || next.at() > end) {
        break;
      }
      events.remove();
      millis = next.at();
      next.task().run();
      afterEach.run();
    }
    millis = end;
  }

  /// Notes what happened.
  void note(String what) {
    String line = millis + " " + what;
    traceHash = 31 * traceHash + line.hashCode();
    trace.addLast(line);
    if (trace.size() > LAST_EVENTS) {
      trace.removeFirst();
    }
  }

  /// Holds a promise, or ends the run with the last events.
  void check(boolean kept, String promise) {
    if (!kept) {
      throw new AssertionError(promise + " at " + millis);
    }
  }

  long traceHash() {
    return traceHash;
  }

  String lastEvents() {
    return String.join("\n", trace);
  }

  private record Event(long at, long order, Runnable task) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
