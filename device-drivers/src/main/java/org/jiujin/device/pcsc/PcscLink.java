package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.iso7816.CardChannel;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.ExchangeException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps hold of one reader and the card in it: finds the reader again after it was pulled, and the service after it was
/// restarted, ever more slowly while it does not work.
///
/// Used from one lane thread; only [#retire()] may come from another.
final class PcscLink {
  private static final Logger LOG = LoggerFactory.getLogger(PcscLink.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final AtomicLong INSERTIONS = new AtomicLong();

  private final ResourceManager service;
  private final String wanted;
  private final InstantSource time;
  private volatile boolean retired;
  private ResourceManager.@Nullable Context context;
  private ResourceManager.@Nullable Connection connection;
  private @Nullable String reader;
  private @Nullable Insertion insertion;
  private int changes;
  private Instant retryAt = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private boolean proven;

  /// @param wanted what the reader's name contains
  PcscLink(ResourceManager service, String wanted, InstantSource time) {
    this.service = service;
    this.wanted = wanted;
    this.time = time;
  }

  /// Looks for service, reader and card, in this order. A service that was merely restarted is found in the same look.
  Sight look() {
    boolean hadContext = context != null;
    var sight = lookOnce();
    return hadContext && context == null ? lookOnce() : sight;
  }

  /// The powered card of this stay.
  ///
  /// @throws ExchangeException with `CARD_GONE` when it is another card, or none
  CardChannel connect(Insertion stay) throws ExchangeException {
    var open = context;
    var name = reader;
    if (open == null || name == null || !stay.equals(insertion)) {
      throw new ExchangeException(Reason.CARD_GONE, "another stay");
    }
    var powered = connection;
    if (powered == null) {
      powered = open.connect(name);
      connection = powered;
    }
    return powered;
  }

  /// Takes note of what a failed exchange tells about card and service.
  void failed(ExchangeException failure) {
    switch (failure.reason()) {
      case SERVICE_DOWN -> dropContext();
      case READER_GONE, READER_FAILED -> dropReader();
      case CARD_GONE, CARD_SILENT, GARBLED, TAKEN -> disconnect();
      case CANCELLED -> {
        // the card is as it was
      }
    }
  }

  /// Resets the card, so that it forgets a PIN, and lets go of it.
  void disconnect() {
    var powered = connection;
    connection = null;
    if (powered != null) {
      powered.close();
    }
  }

  /// The reader in use; empty when there is none.
  String readerName() {
    var name = reader;
    return name == null ? "" : name;
  }

  /// Ends this link for good, because the thread that uses it hangs. That thread cleans up behind itself when it ever comes
  /// back: to let go of a context in which a call hangs would hang too.
  void retire() {
    retired = true;
  }

  /// Lets go of everything. On the thread that used it last.
  void close() {
    retire();
    dropContext();
  }

  /// Whether this link was retired while it worked; then everything is let go of.
  boolean endedMeanwhile() {
    if (retired) {
      dropContext();
    }
    return retired;
  }

  private Sight lookOnce() {
    try {
      var open = reach();
      if (open.isEmpty()) {
        return new Sight.Down(Fault.of(Fault.Code.SERVICE_DOWN));
      }
      return look(open.get());
    } catch (ExchangeException failure) {
      failed(failure);
      return new Sight.Down(failure.fault());
    }
  }

  private Sight look(ResourceManager.Context open) throws ExchangeException {
    var name = reader;
    if (name == null) {
      var names = open.readers();
      proven = true;
      var found = names.stream().filter(each -> each.contains(wanted)).findFirst();
      if (found.isEmpty()) {
        return new Sight.Down(Fault.of(Fault.Code.NOT_CONNECTED));
      }
      name = found.get();
      reader = name;
    }
    var slot = open.look(name);
    proven = true;
    return slot.card() ? card(slot.changes()) : empty();
  }

  private Sight card(int newChanges) {
    var stay = insertion;
    if (stay == null || newChanges != changes) {
      disconnect();
      stay = new Insertion(INSERTIONS.incrementAndGet());
      insertion = stay;
      changes = newChanges;
    }
    return new Sight.Card(stay);
  }

  private Sight empty() {
    disconnect();
    insertion = null;
    return new Sight.Empty();
  }

  private Optional<ResourceManager.Context> reach() throws ExchangeException {
    var open = context;
    if (open == null) {
      if (retired || time.instant().isBefore(retryAt)) {
        return Optional.empty();
      }
      try {
        open = service.establish();
      } catch (ExchangeException down) {
        slowDown();
        throw down;
      }
      context = open;
      proven = false;
    }
    return Optional.of(open);
  }

  private void dropReader() {
    disconnect();
    reader = null;
    insertion = null;
  }

  private void dropContext() {
    dropReader();
    var open = context;
    context = null;
    if (open == null) {
      return;
    }
    open.close();
    if (!retired) {
      lost();
    }
  }

  /// A context that worked is replaced at once: most often the service was restarted. One that never did is no better than
  /// none.
  private void lost() {
    LOG.info("The PC/SC service was lost");
    if (proven) {
      pause = FIRST_PAUSE;
    } else {
      slowDown();
    }
  }

  private void slowDown() {
    retryAt = time.instant().plus(pause);
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /// What a look shows.
  sealed interface Sight {
    /// No service or no reader.
    record Down(Fault fault) implements Sight {}

    /// A reader without a card.
    record Empty() implements Sight {}

    /// A reader with a card.
    record Card(Insertion insertion) implements Sight {}
  }
}
