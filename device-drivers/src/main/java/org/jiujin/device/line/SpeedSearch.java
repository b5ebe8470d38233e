package org.jiujin.device.line;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Asks a device at one speed after the other, until it is understood. Used while devices are looked for, from one thread.
public final class SpeedSearch {
  /// A port that was just closed may take a moment to be there again.
  private static final Duration OPENING_LIMIT = Duration.ofMillis(500);

  private static final long TURN_NANOSECONDS = 10_000_000;

  private final String place;
  private final long deadline;

  /// @param place as for [LinePorts]
  /// @param limit no speed is begun after it
  public SpeedSearch(String place, Duration limit) {
    this.place = place;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /// Tries the speeds in their order; a socket has none, and is asked once.
  ///
  /// @return the first thing that was understood; empty when nothing was, or when the port cannot be opened
  public <T> Optional<Heard<T>> first(List<Integer> speeds, Question<T> question) {
    for (int baud : Places.serial(place) ? speeds : speeds.subList(0, 1)) {
      if (System.nanoTime() >= deadline) {
        return Optional.empty();
      }
      var link = new Link(LinePorts.at(place, baud), InstantSource.system());
      try {
        if (!(opened(link) instanceof Link.State.Up up)) {
          return Optional.empty();
        }
        var heard = ask(link, up, question);
        if (heard.isPresent()) {
          return heard.map(what -> new Heard<>(baud, what));
        }
      } finally {
        link.retire();
      }
    }
    return Optional.empty();
  }

  /// Asks once more when the line was lost under the first question.
  private static <T> Optional<T> ask(Link link, Link.State.Up up, Question<T> question) {
    var heard = question.ask(link, up);
    if (heard.isEmpty() && up.line().lost()) {
      link.drop();
      return opened(link) instanceof Link.State.Up again
          ? question.ask(link, again)
          : Optional.empty();
    }
    return heard;
  }

  private static Link.State opened(Link link) {
    long end = System.nanoTime() + OPENING_LIMIT.toNanos();
    var state = link.reach();
    while (state instanceof Link.State.Down && System.nanoTime() < end) {
      LockSupport.parkNanos(TURN_NANOSECONDS);
      state = link.reach();
    }
    return state;
  }

  /// Asks a device something that changes nothing.
  ///
  /// @param <T> what its answer says
  @FunctionalInterface
  public interface Question<T> {
    /// Asks once; empty when there was no answer, or none in the language that was spoken.
    Optional<T> ask(Link link, Link.State.Up up);
  }

  /// What was understood.
  ///
  /// @param baud the speed at which it was; of no meaning for a socket
  public record Heard<T>(int baud, T what) {}
}
