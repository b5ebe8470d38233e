package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jiujin.device.CancelSignal;
import org.jiujin.device.DeviceLane.Lateness;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.iso7816.CardSession;
import org.jiujin.device.iso7816.ExchangeException;

/// A driver for a reader behind PC/SC.
///
/// It looks at the reader every 80 ms. A card that hangs its reader is not asked again before it was pulled. When a
/// session gives the device back, the card is reset, so that it forgets a PIN.
abstract class PcscDevice extends LaneDevice {
  private static final Duration LOOK_EVERY = Duration.ofMillis(80);
  private static final Duration TRY_EVERY = Duration.ofMillis(100);

  /// For the card to be reset, when nobody works with it.
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final ResourceManager service;
  private final String wanted;
  private final InstantSource time;
  private final Duration workLimit;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CancelSignal cancel = new CancelSignal();
  private volatile PcscLink link;
  private volatile boolean sessionEnded;
  private volatile String readerName = "";
  private boolean stuck;

  /// @param workLimit longest time for all that is asked of a card at once
  PcscDevice(Wiring wiring, Duration workLimit, InstantSource time) {
    super(wiring.port(), time);
    this.service = wiring.service();
    this.wanted = wiring.reader();
    this.time = time;
    this.workLimit = workLimit;
    this.link = newLink();
  }

  void start() {
    lookEvery(LOOK_EVERY, workLimit.plus(workLimit));
  }

  public void cancel() {
    cancel.raise();
  }

  @Override
  public void close() {
    cancel.raise();
    link.retire(); // whoever works with the card now lets go of it at the end
    if (!closed.getAndSet(true)) {
      onLane(CLOSING, this::hangUp, lateness -> false);
    }
    super.close();
  }

  private boolean hangUp() {
    link.close();
    return true;
  }

  @Override
  protected void look() {
    look(link);
  }

  @Override
  protected void letGo() {
    link.retire();
    service.abandon();
    link = newLink();
    stuck = true;
    cardGone();
  }

  @Override
  protected void leaseEnded() {
    cancel.raise();
    sessionEnded = true;
  }

  /// The name of the reader that was found last; empty before.
  String readerName() {
    return readerName;
  }

  /// A card is in the reader; called with every look. On the lane.
  abstract void cardThere(Insertion stay);

  /// No card is in the reader; called with every look. On the lane.
  abstract void cardGone();

  /// The card in the reader was reset, and forgot what it had verified. On the lane.
  abstract void cardReset();

  /// Takes note of an exchange that failed within work that goes on. On the lane.
  void exchangeFailed(ExchangeException failure) {
    if (current()) {
      noteFailure(link, failure);
    }
  }

  /// Waits for a card and works with it, again and again while the card only fails.
  ///
  /// @param unwanted takes a result that came after whoever asked had cancelled
  <T> Attempt<T> awaitCard(Duration patience, CardWork<Attempt<T>> work, Consumer<T> unwanted) {
    var wait = new CardWait<T>(patience);
    long ticket = cancel.ticket();
    while (true) {
      var attempt =
          onLane(
              workLimit,
              () -> attempt(ticket, work),
              lateness -> new Attempt.ReaderFault<T>(Fault.of(Fault.Code.NO_ANSWER)));
      if (wait.endsWith(attempt)) {
        return cancel.raisedSince(ticket) ? cancelled(wait.end(), unwanted) : wait.end();
      }
      if (cancel.awaitRaised(ticket, TRY_EVERY)) {
        return new Attempt.Cancelled<>();
      }
    }
  }

  /// Works with the card of one stay, once.
  ///
  /// @param gone when that card is not in the reader any more
  /// @param failed when the reader does not work, or an exchange failed
  /// @param hung when the work did not end in time
  <T> T withCard(
      Insertion stay,
      T gone,
      Function<Fault, T> failed,
      Function<Lateness, T> hung,
      CardWork<T> work) {
    return onLane(workLimit, () -> once(stay, gone, failed, work), hung);
  }

  private <T> Attempt<T> attempt(long ticket, CardWork<Attempt<T>> work) {
    var used = link;
    return switch (look(used)) {
      case PcscLink.Sight.Down(var fault) -> new Attempt.ReaderFault<>(fault);
      case PcscLink.Sight.Empty _ -> new Attempt.NoCard<>();
      case PcscLink.Sight.Card(var stay) -> {
        try {
          var channel = used.connect(stay);
          yield work.with(new CardSession(channel, () -> cancel.raisedSince(ticket)), stay);
        } catch (ExchangeException failure) {
          yield failed(used, failure);
        } finally {
          used.endedMeanwhile();
        }
      }
    };
  }

  /// Whoever cancelled must not get a card any more.
  private static <T> Attempt<T> cancelled(Attempt<T> end, Consumer<T> unwanted) {
    if (end instanceof Attempt.Done<T>(var result)) {
      unwanted.accept(result);
    }
    return new Attempt.Cancelled<>();
  }

  private <T> Attempt<T> failed(PcscLink used, ExchangeException failure) {
    noteFailure(used, failure);
    if (failure.reason() == ExchangeException.Reason.CANCELLED) {
      return new Attempt.Cancelled<>();
    }
    return failure.reason().concernsCard()
        ? new Attempt.CardFault<>(failure.fault())
        : new Attempt.ReaderFault<>(failure.fault());
  }

  private <T> T once(Insertion stay, T gone, Function<Fault, T> failed, CardWork<T> work) {
    var used = link;
    return switch (look(used)) {
      case PcscLink.Sight.Down(var fault) -> failed.apply(fault);
      case PcscLink.Sight.Empty _ -> gone;
      case PcscLink.Sight.Card(var present) when !present.equals(stay) -> gone;
      case PcscLink.Sight.Card _ -> {
        try {
          yield work.with(new CardSession(used.connect(stay), () -> false), stay);
        } catch (ExchangeException failure) {
          noteFailure(used, failure);
          yield failure.reason() == ExchangeException.Reason.CARD_GONE
              ? gone
              : failed.apply(failure.fault());
        } finally {
          used.endedMeanwhile();
        }
      }
    };
  }

  /// Whoever is told that the reader failed must not find it ready in its status.
  private void noteFailure(PcscLink used, ExchangeException failure) {
    used.failed(failure);
    cardReset();
    if (current() && used.readerName().isEmpty()) {
      report(new PcscLink.Sight.Down(failure.fault()));
    }
  }

  private PcscLink.Sight look(PcscLink used) {
    if (sessionEnded) {
      sessionEnded = false;
      used.disconnect();
      cardReset();
    }
    var sight = used.look();
    if (used.endedMeanwhile() || !current()) {
      return new PcscLink.Sight.Down(Fault.of(Fault.Code.NO_ANSWER));
    }
    readerName = used.readerName();
    return report(sight);
  }

  private PcscLink.Sight report(PcscLink.Sight sight) {
    if (stuck && sight instanceof PcscLink.Sight.Card) {
      var fault = Fault.of(Fault.Code.NO_ANSWER, "the card hangs its reader");
      unavailable(fault);
      return new PcscLink.Sight.Down(fault);
    }
    stuck = false;
    switch (sight) {
      case PcscLink.Sight.Down(var fault) -> {
        cardGone();
        unavailable(fault);
      }
      case PcscLink.Sight.Empty _ -> {
        cardGone();
        ready();
      }
      case PcscLink.Sight.Card(var stay) -> {
        ready();
        cardThere(stay);
      }
    }
    return sight;
  }

  private PcscLink newLink() {
    return new PcscLink(service, wanted, time);
  }

  /// Where a reader is and how it is reached.
  ///
  /// @param reader what its name contains
  record Wiring(DevicePort port, ResourceManager service, String reader) {}

  /// Work with a card. On the lane.
  @FunctionalInterface
  interface CardWork<T> {
    T with(CardSession session, Insertion stay) throws ExchangeException;
  }
}
