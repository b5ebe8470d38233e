package org.jiujin.device.pcsc;

import java.time.Duration;
import org.jiujin.device.Fault;

/// Decides after each try whether waiting for a card goes on.
final class CardWait<T> {
  /// A card on its way into the contacts fails once or twice.
  private static final int MOST_CARD_FAULTS = 3;

  /// A card that failed and is away for so many looks was pulled.
  private static final int LOOKS_AFTER_FAULT = 10;

  /// The service looks at its readers a few times a second: a card that took the place of another is new to it only then.
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final long deadline;
  private long firstFault;
  private int cardFaults;
  private int looksSinceFault;
  private Attempt<T> atTheEnd = new Attempt.NoCard<>();

  CardWait(Duration patience) {
    deadline = System.nanoTime() + patience.toNanos();
  }

  /// Whether this attempt is the last; [#end()] tells how it ended.
  boolean endsWith(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T> _, Attempt.ReaderFault<T> _, Attempt.Cancelled<T> _ -> {
        atTheEnd = attempt;
        yield true;
      }
      case Attempt.CardFault<T>(var fault) -> {
        atTheEnd = attempt;
        looksSinceFault = 0;
        if (cardFaults++ == 0) {
          firstFault = System.nanoTime();
        }
        yield (cardFaults >= MOST_CARD_FAULTS && settled())
            || fault.code() != Fault.Code.CARD_UNREADABLE
            || over();
      }
      case Attempt.NoCard<T> _ ->
          over() || (cardFaults > 0 && ++looksSinceFault >= LOOKS_AFTER_FAULT);
    };
  }

  Attempt<T> end() {
    return atTheEnd;
  }

  private boolean settled() {
    return System.nanoTime() - firstFault >= SETTLED.toNanos();
  }

  private boolean over() {
    return System.nanoTime() >= deadline;
  }
}
