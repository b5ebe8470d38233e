package org.jiujin.device.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each code to whoever waits for it now, and drops it otherwise: the waiting and listening of a [CodeScanner]. Used
/// by drivers only. Thread-safe.
public final class CodeOutlet {
  private static final Logger LOG = LoggerFactory.getLogger(CodeOutlet.class);
  private static final long REPEATED_NANOS = 1_000_000_000;

  private final String id;
  private final DeviceLease lease;
  private final List<Wait> waits = new CopyOnWriteArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Fault away;
  private @Nullable ScannedCode last;
  private long lastAt;

  /// @param id the device's name, for the log
  /// @param lease the device's; asked for whoever comes, and again before each delivery
  public CodeOutlet(String id, DeviceLease lease) {
    this.id = id;
    this.lease = lease;
  }

  /// Whether anybody waits or listens.
  public boolean wanted() {
    return waits.stream().anyMatch(wait -> wait.admitted.getAsBoolean())
        || listeners.stream().anyMatch(listener -> listener.admitted.getAsBoolean());
  }

  /// Follows the device's status: while it is away nobody needs to wait, and who waits is told. Listeners stay.
  public void heed(DeviceStatus status) {
    away = status.usable() ? null : status.trouble().orElseThrow();
    endWhenAway();
  }

  /// [CodeScanner#scan(Duration)] for the caller.
  ///
  /// @param prepare done before the wait begins, such as dropping what came until now; answers why the device cannot read
  public ScanOutcome scan(Duration patience, Supplier<Optional<Fault>> prepare) {
    var admitted = lease.admissionOfCaller();
    if (!admitted.getAsBoolean()) {
      return new ScanOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    var fault = prepare.get();
    if (fault.isPresent()) {
      return new ScanOutcome.Failed(fault.get());
    }
    var wait = new Wait(admitted);
    waits.add(wait);
    endWhenAway(); // it may have gone since it was prepared
    return wait.await(patience);
  }

  /// [CodeScanner#listen(Consumer)] for the caller.
  ///
  /// @param prepare as for [#scan]; its fault ends nothing
  public Optional<Device.Subscription> listen(
      Consumer<ScannedCode> listener, Supplier<Optional<Fault>> prepare) {
    var admitted = lease.admissionOfCaller();
    if (!admitted.getAsBoolean()) {
      return Optional.empty();
    }
    var _ = prepare.get();
    var added = new Listener(admitted, listener);
    listeners.add(added);
    return Optional.of(() -> listeners.remove(added));
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

  private void endWhenAway() {
    var fault = away;
    if (fault != null) {
      waits.forEach(wait -> wait.end(new ScanOutcome.Failed(fault)));
    }
  }

  private synchronized boolean repeated(ScannedCode code) {
    long now = System.nanoTime();
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
  private final class Wait {
    private final BooleanSupplier admitted;
    private final CompletableFuture<ScanOutcome> outcome = new CompletableFuture<>();

    private Wait(BooleanSupplier admitted) {
      this.admitted = admitted;
    }

    ScanOutcome await(Duration patience) {
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
    ScanOutcome end(ScanOutcome how) {
      waits.remove(this);
      outcome.complete(how);
      return outcome.join();
    }
  }

  private record Listener(BooleanSupplier admitted, Consumer<ScannedCode> consumer) {}
}
