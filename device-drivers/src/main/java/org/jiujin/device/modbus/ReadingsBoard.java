package org.jiujin.device.modbus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.cabinet.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the last readings and tells listeners about changes; changes come from the lane.
final class ReadingsBoard {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingsBoard.class);

  private final String id;
  private final Senses senses;
  private final List<Consumer<Readings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Readings readings;

  ReadingsBoard(String id, Senses senses) {
    this.id = id;
    this.senses = senses;
    this.readings = senses.unknown();
  }

  Readings readings() {
    return readings;
  }

  Readings unknown() {
    return senses.unknown();
  }

  Device.Subscription subscribe(Consumer<Readings> listener) {
    listeners.add(listener);
    tell(listener, readings);
    return () -> listeners.remove(listener);
  }

  void show(Map<Cell, Integer> values, Instant now) {
    change(senses.readings(values, readings, now));
  }

  void forget() {
    change(senses.unknown());
  }

  private void change(Readings next) {
    if (!next.equals(readings)) {
      readings = next;
      listeners.forEach(listener -> tell(listener, next));
    }
  }

  private void tell(Consumer<Readings> listener, Readings now) {
    try {
      listener.accept(now);
    } catch (RuntimeException mistake) { // a listener's mistake must not stop the device's lane
      LOG.error("A listener to the readings of {} failed", id, mistake);
    }
  }
}
