package org.jiujin.device.opencv;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jiujin.device.Fault;
import org.jiujin.device.camera.Frame;
import org.jspecify.annotations.Nullable;

/// A source that is opened when frames are wanted, and anew, ever more slowly, while it fails.
///
/// A frozen camera is one that gives the same picture to the last bit, for longer than a sensor's noise allows.
final class Stream {
  private final FrameSource source;
  private final Duration freeze;
  private final StreamLimits limits;
  private final ReentrantLock use = new ReentrantLock();
  private volatile boolean retired;
  private boolean open;
  private long retryAt = System.nanoTime();
  private Duration pause;
  private long heardAt;
  private long changedAt;
  private @Nullable Frame last;

  /// @param freeze after how long without a change the source counts as frozen; zero to never ask
  Stream(FrameSource source, Duration freeze, StreamLimits limits) {
    this.source = source;
    this.freeze = freeze;
    this.limits = limits;
    this.pause = limits.firstPause();
  }

  String model() {
    return source.model();
  }

  boolean present() {
    return source.present();
  }

  /// The next frame, or why there is none. Opens the source when it is time.
  Pull pull() {
    use.lock();
    try {
      if (retired) {
        return new Pull.Down(Fault.of(Fault.Code.NO_ANSWER));
      }
      return open || opens() ? read() : waiting();
    } finally {
      if (retired) {
        shut();
      }
      use.unlock();
    }
  }

  private Fault lastFault = Fault.of(Fault.Code.STARTING);

  private Pull waiting() {
    return new Pull.Down(lastFault);
  }

  private boolean opens() {
    if (System.nanoTime() - retryAt < 0) {
      return false;
    }
    switch (source.open()) {
      case FrameSource.Opening.Opened _ -> {
        open = true;
        heardAt = System.nanoTime();
        changedAt = heardAt;
        last = null;
      }
      case FrameSource.Opening.Missing(var fault) -> fails(fault);
    }
    return open;
  }

  private Pull read() {
    return switch (source.next()) {
      case FrameSource.Reading.Taken(var frame) -> taken(frame);
      case FrameSource.Reading.Nothing _ ->
          since(heardAt).compareTo(limits.silence()) < 0
              ? new Pull.Nothing()
              : fails(Fault.of(Fault.Code.NO_PICTURE));
      case FrameSource.Reading.Gone _ -> fails(Fault.of(Fault.Code.NOT_CONNECTED));
    };
  }

  private Pull taken(Frame frame) {
    heardAt = System.nanoTime();
    var before = last;
    if (before == null || !Pictures.same(before, frame)) {
      changedAt = heardAt;
      if (before != null) {
        pause = limits.firstPause();
      }
    }
    last = frame;
    boolean frozen = !freeze.isZero() && since(changedAt).compareTo(freeze) > 0;
    return frozen ? fails(Fault.of(Fault.Code.NO_PICTURE, "frozen")) : new Pull.Taken(frame);
  }

  private Pull fails(Fault fault) {
    shut();
    lastFault = fault;
    retryAt = System.nanoTime() + pause.toNanos();
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(limits.longestPause()) < 0 ? doubled : limits.longestPause();
    return new Pull.Down(fault);
  }

  /// Nobody wants frames for now.
  void rest() {
    use.lock();
    try {
      shut();
    } finally {
      use.unlock();
    }
  }

  /// Ends it for good. A thread that hangs in the source closes it when it comes back: nobody else may.
  void retire() {
    retired = true;
    if (use.tryLock()) {
      try {
        shut();
      } finally {
        use.unlock();
      }
    }
  }

  private void shut() {
    open = false;
    last = null;
    source.close();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /// What came of asking for a frame.
  sealed interface Pull {
    record Taken(Frame frame) implements Pull {}

    /// Not yet.
    record Nothing() implements Pull {}

    /// The camera does not work now.
    record Down(Fault fault) implements Pull {}
  }
}
