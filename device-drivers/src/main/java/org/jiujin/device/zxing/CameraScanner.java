package org.jiujin.device.zxing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.scanner.CodeOutlet;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.FrameSource;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;
import org.jspecify.annotations.Nullable;

/// A camera that reads codes. It looks only while somebody waits or listens; its status is that of the camera.
final class CameraScanner extends LaneDevice implements CodeScanner {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final FrameSource camera;
  private final CodeReaders.Burst reader;
  private final CodeOutlet outlet;

  /// Counts presentations: what was seen in one is of no use in the next, and may be somebody else's.
  private final AtomicLong presentation = new AtomicLong();

  private long readingOf;
  private @Nullable Subscription watching;

  CameraScanner(DevicePort port, FrameSource camera, CodeReaders.Burst reader, InstantSource time) {
    super(port, time);
    this.camera = camera;
    this.reader = reader;
    this.outlet = new CodeOutlet(port.id(), lease());
  }

  void start() {
    subscribe(outlet::heed);
    lookEvery(LOOK_EVERY, LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.CODE_SCANNER,
        camera.description().model(),
        port().simulated(),
        Set.of(Capability.LIVE_STATUS));
  }

  @Override
  public ScanOutcome scan(Duration patience) {
    return outlet.scan(patience, this::prepare);
  }

  @Override
  public void cancel() {
    outlet.cancel();
  }

  @Override
  public Optional<Subscription> listen(Consumer<ScannedCode> listener) {
    return outlet.listen(listener, this::prepare);
  }

  @Override
  protected void look() {
    if (outlet.wanted()) {
      watch();
    } else {
      rest();
    }
    var _ = show(camera.status());
  }

  @Override
  protected void letGo() {}

  @Override
  protected void leaseEnded() {
    presentation.incrementAndGet();
    outlet.endAll();
  }

  @Override
  public void close() {
    leaseEnded();
    super.close();
    rest();
    camera.close();
  }

  private synchronized void watch() {
    if (watching == null) {
      watching = camera.watch(this::see);
    }
  }

  /// On the lane, which refuses what comes after close.
  private Optional<Fault> prepare() {
    return onLane(LIMIT, this::begin, late -> Optional.of(Fault.of(Fault.Code.NO_ANSWER)));
  }

  private Optional<Fault> begin() {
    if (!outlet.wanted()) {
      presentation.incrementAndGet();
    }
    return show(camera.status());
  }

  /// Says of the scanner what the camera says of itself.
  ///
  /// @return why it cannot be used, empty when it can
  private Optional<Fault> show(DeviceStatus status) {
    switch (status) {
      case DeviceStatus.Ready _ -> ready();
      case DeviceStatus.Degraded(var fault, _) -> degraded(fault);
      case DeviceStatus.Unavailable(var fault, _) -> unavailable(fault);
    }
    return status.usable() ? Optional.empty() : status.trouble();
  }

  private void rest() {
    Subscription ended;
    synchronized (this) {
      ended = watching;
      watching = null;
    }
    if (ended != null) {
      ended.close(); // outside, because a camera may wait here for the frame under way
      forget();
    }
  }

  private synchronized void forget() {
    presentation.incrementAndGet();
    reader.restart();
  }

  /// On the camera's thread. A frame that was taken before somebody began to wait tells nobody anything.
  private synchronized void see(GreyFrame frame) {
    long now = presentation.get();
    if (readingOf != now) { // this frame may have been on its way since before
      readingOf = now;
      reader.restart();
      frame.wipe();
      return;
    }
    var code = reader.next(frame);
    frame.wipe();
    if (code.isPresent() && presentation.get() == now) {
      reader.restart();
      outlet.offer(code.get());
    }
  }
}
