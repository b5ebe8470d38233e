package org.jiujin.device.scanner;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jiujin.device.Device;
import org.jiujin.device.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each code to whoever waits for it now, and drops it otherwise. Used by drivers only. Thread-safe.
public final class CodeOutlet {
  private static final Logger LOG = LoggerFactory.getLogger(CodeOutlet.class);
  private static final long REPEATED_NANOS = 1_000_000_000;

  private final String id;
  private final LongSupplier nanos;
  private final List<Wait> waits = new CopyOnWriteArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable ScannedCode last;
  private long lastAt;

  /// @param id the device's name, for the log
  public CodeOutlet(String id) {
    this(id, System::nanoTime);
  }

  CodeOutlet(String id, LongSupplier nanos) {
    this.id = id;
    this.nanos = nanos;
  }

  /// Whether anybody waits or listens.
  public boolean wanted() {
    return waits.stream().anyMatch(wait -> wait.admitted.getAsBoolean())
        || listeners.stream().anyMatch(listener -> listener.admitted.getAsBoolean());
  }

  /// Begins to wait for one code.
  ///
  /// @param admitted whether the one who waits may use the device; asked before each delivery
  public Wait begin(BooleanSupplier admitted) {
    var wait = new Wait(admitted);
    waits.add(wait);
    return wait;
  }

  /// Adds a listener.
  ///
  /// @param admitted as for [#begin]
  public Device.Subscription listen(BooleanSupplier admitted, Consumer<ScannedCode> listener) {
    var added = new Listener(admitted, listener);
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  /// Delivers a code, unless it is the one that was delivered a moment ago.
  public void offer(ScannedCode code) {
    listeners.removeIf(listener -> !listener.admitted.getAsBoolean());
    waits.stream()
        .filter(wait -> !wait.admitted.getAsBoolean())
        .forEach(wait -> wait.end(new ScanOutcome.Failed(Fault.of(Fault.Code.IN_USE))));
    if (waits.isEmpty() && listeners.isEmpty()) {
      LOG.info("A code on {} was dropped: nobody waits for one", id);
      return;
    }
    if (repeated(code)) {
      return;
    }
    LOG.info("A code was read on {}: {}", id, code.symbology());
    waits.forEach(wait -> wait.end(new ScanOutcome.Scanned(code)));
    listeners.forEach(listener -> tell(listener, code));
  }

  /// Ends all waiting because the device went away; listeners stay.
  public void fail(Fault fault) {
    waits.forEach(wait -> wait.end(new ScanOutcome.Failed(fault)));
  }

  /// Ends all waiting.
  public void cancel() {
    waits.forEach(wait -> wait.end(new ScanOutcome.Cancelled()));
  }

  /// A session lost the device: ends all waiting and listening, and forgets.
  public void endAll() {
    cancel();
    listeners.clear();
    synchronized (this) {
      last = null;
    }
  }

  private synchronized boolean repeated(ScannedCode code) {
    long now = nanos.getAsLong();
    boolean again = code.equals(last) && now - lastAt < REPEATED_NANOS;
    last = code;
    lastAt = now;
    return again;
  }

  private void tell(Listener listener, ScannedCode code) {
    try {
      listener.consumer.accept(code);
    } catch (RuntimeException mistake) { // a listener's mistake must not stop the device's lane
      LOG.error("A listener to the codes of {} failed", id, mistake);
    }
  }

  /// One wait for one code.
  public final class Wait {
    private final BooleanSupplier admitted;
    private final CompletableFuture<ScanOutcome> outcome = new CompletableFuture<>();

    private Wait(BooleanSupplier admitted) {
      this.admitted = admitted;
    }

    /// Waits on the caller's thread.
    public ScanOutcome await(Duration patience) {
      try {
        return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException nothingCame) {
        return end(new ScanOutcome.Nothing());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return end(new ScanOutcome.Cancelled());
      } catch (ExecutionException never) {
        throw new IllegalStateException(never);
      }
    }

    /// Ends the wait; what ended it first counts.
    public ScanOutcome end(ScanOutcome how) {
      waits.remove(this);
      outcome.complete(how);
      return outcome.join();
    }
  }

  private record Listener(BooleanSupplier admitted, Consumer<ScannedCode> consumer) {}
}
