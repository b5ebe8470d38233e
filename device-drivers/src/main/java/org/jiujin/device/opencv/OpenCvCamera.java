package org.jiujin.device.opencv;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.camera.Camera;
import org.jiujin.device.camera.CaptureOutcome;
import org.jiujin.device.camera.Preview;
import org.jiujin.device.scanner.GreyFrame;

/// A camera that runs while somebody wants frames. At rest it is looked for twice a second, and a frame is tried once a minute.
abstract class OpenCvCamera<P> extends LaneDevice implements Camera<P> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(15);

  /// Longer than one look with a frame that does not come and a page to be worked on; what lasts longer hangs.
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(8);

  /// How long one look goes on with frames before the lane is free for others.
  private static final Duration ONE_LOOK = Duration.ofMillis(250);

  private static final Duration PRESENCE_EVERY = Duration.ofMillis(500);
  private static final Duration TRIAL_EVERY = Duration.ofMinutes(1);

  /// Opening a camera takes up to a second: who looks again soon shall not wait for it.
  private static final Duration LINGER = Duration.ofSeconds(3);

  private final DeviceDescription.Kind kind;
  private final Supplier<Stream> streams;
  private final Audience<P> audience;
  private volatile Stream stream;
  private volatile boolean closed;
  private long presenceAt = System.nanoTime();
  private long trialAt = System.nanoTime();
  private long wantedAt = System.nanoTime() - LINGER.toNanos();
  private boolean running;

  OpenCvCamera(
      DevicePort port,
      DeviceDescription.Kind kind,
      Supplier<Stream> streams,
      Audience<P> audience,
      InstantSource time) {
    super(port, time);
    this.kind = kind;
    this.streams = streams;
    this.audience = audience;
    this.stream = streams.get();
  }

  void start() {
    lookEvery(LOOK_EVERY, LOOK_LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        kind,
        stream.model(),
        port().simulated(),
        Set.of(Capability.LIVE_PREVIEW, Capability.LIVE_STATUS));
  }

  @Override
  public Subscription preview(Consumer<Preview> viewer) {
    return watching(() -> audience.preview(viewer));
  }

  @Override
  public Subscription watch(Consumer<GreyFrame> viewer) {
    return watching(() -> audience.scanner(viewer));
  }

  private Subscription watching(Supplier<Subscription> join) {
    refuseWhenClosed();
    return admitsCaller() ? join.get() : () -> {};
  }

  @Override
  public CaptureOutcome<P> capture(Duration patience) {
    refuseWhenClosed();
    if (!admitsCaller()) {
      return new CaptureOutcome.Refused<>(Fault.of(Fault.Code.IN_USE));
    }
    return audience.waiting(patience).await();
  }

  @Override
  public void cancel() {
    audience.cancelWaitings();
  }

  @Override
  protected void leaseEnded() {
    audience.dismiss(); // what the last session saw is none of the next one's business
  }

  @Override
  public void close() {
    closed = true;
    audience.dismiss();
    super.close();
    stream.retire();
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new IllegalStateException("closed: " + port().id());
    }
  }

  @Override
  protected void look() {
    var missing = Natives.missing();
    if (missing.isPresent()) {
      down(missing.get());
    } else if (audience.wanted()) {
      run(stream);
    } else if (running && System.nanoTime() - wantedAt > LINGER.toNanos()) {
      running = false;
      stream.rest();
      audience.rest();
    } else if (System.nanoTime() - presenceAt >= 0) {
      presenceAt = System.nanoTime() + PRESENCE_EVERY.toNanos();
      rest(stream);
    }
  }

  private void run(Stream used) {
    running = true;
    wantedAt = System.nanoTime();
    long until = wantedAt + ONE_LOOK.toNanos();
    do {
      switch (used.pull()) {
        case Stream.Pull.Taken(var frame) -> {
          if (current()) {
            trialAt = System.nanoTime() + TRIAL_EVERY.toNanos();
            ready();
            audience.show(frame);
          }
        }
        case Stream.Pull.Nothing _ -> {
          // the next one may come
        }
        case Stream.Pull.Down(var fault) -> {
          down(fault);
          return;
        }
      }
    } while (current() && audience.wanted() && System.nanoTime() - until < 0);
  }

  /// A camera that is merely there works, as far as one can tell; now and then it has to prove it.
  private void rest(Stream used) {
    if (!used.present()) {
      trialAt = System.nanoTime();
      down(Fault.of(Fault.Code.NOT_CONNECTED));
    } else if (System.nanoTime() - trialAt >= 0) {
      switch (used.pull()) {
        case Stream.Pull.Taken _ -> {
          trialAt = System.nanoTime() + TRIAL_EVERY.toNanos();
          used.rest();
          ready();
        }
        case Stream.Pull.Nothing _ -> {
          // asked again at the next look
        }
        case Stream.Pull.Down(var fault) -> down(fault);
      }
    }
  }

  private void down(Fault fault) {
    if (current()) {
      trialAt = System.nanoTime();
      unavailable(fault);
      if (fault.code() != Fault.Code.STARTING) {
        audience.fail(fault);
      }
    }
  }

  @Override
  protected void letGo() {
    stream.retire();
    stream = streams.get();
    audience.fail(Fault.of(Fault.Code.NO_ANSWER));
  }
}
