package org.jiujin.device.opencv;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody who watches, on a thread of its own. Only the newest thing waits to be seen; older ones are dropped.
final class Viewer<T> implements Device.Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);

  private final Consumer<T> consumer;
  private final Pace pace;
  private final AtomicReference<Slot<T>> slot = new AtomicReference<>(new Slot.Empty<>());
  private final Thread thread;

  Viewer(String name, Consumer<T> consumer, int mostPerSecond) {
    this.consumer = consumer;
    this.pace = new Pace(mostPerSecond);
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Whether another one may be offered now; asked before it is made, and by one thread only.
  boolean due() {
    return !ended() && pace.due();
  }

  boolean ended() {
    return slot.get() instanceof Slot.Ended;
  }

  void offer(T thing) {
    if (slot.getAndUpdate(old -> old instanceof Slot.Ended ? old : new Slot.Full<>(thing))
        instanceof Slot.Empty) {
      LockSupport.unpark(thread);
    }
  }

  /// Ends the calls; one that runs is not waited for, the viewer may have called this itself.
  @Override
  public void close() {
    slot.set(new Slot.Ended<>());
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!ended()) {
      if (slot.getAndUpdate(old -> old instanceof Slot.Ended ? old : new Slot.Empty<>())
          instanceof Slot.Full<T>(var thing)) {
        show(thing);
      } else {
        LockSupport.park(this);
      }
    }
  }

  private void show(T thing) {
    try {
      consumer.accept(thing);
    } catch (RuntimeException mistake) { // a viewer's mistake must not stop the frames
      LOG.error("A viewer of a camera failed", mistake);
    }
  }

  private sealed interface Slot<T> {
    record Empty<T>() implements Slot<T> {}

    record Full<T>(T thing) implements Slot<T> {}

    record Ended<T>() implements Slot<T> {}
  }
}
