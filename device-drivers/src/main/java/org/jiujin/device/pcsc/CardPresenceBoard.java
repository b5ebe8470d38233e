package org.jiujin.device.pcsc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.chipcard.CardPresence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps whether a card is in the reader and tells listeners about changes. [#presence()] may be called from any thread.
final class CardPresenceBoard {
  private static final Logger LOG = LoggerFactory.getLogger(CardPresenceBoard.class);

  private final List<Consumer<CardPresence>> listeners = new CopyOnWriteArrayList<>();
  private volatile CardPresence presence = new CardPresence.Absent();

  CardPresence presence() {
    return presence;
  }

  Device.Subscription subscribe(Consumer<CardPresence> listener) {
    listeners.add(listener);
    tell(listener, presence);
    return () -> listeners.remove(listener);
  }

  void show(CardPresence now) {
    if (!now.equals(presence)) {
      presence = now;
      listeners.forEach(listener -> tell(listener, now));
    }
  }

  private static void tell(Consumer<CardPresence> listener, CardPresence now) {
    try {
      listener.accept(now);
    } catch (RuntimeException mistake) { // a listener's mistake must not stop the device's lane
      LOG.error("A listener to card presence failed", mistake);
    }
  }
}
