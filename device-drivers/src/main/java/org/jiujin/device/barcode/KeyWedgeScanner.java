package org.jiujin.device.barcode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;
import org.jiujin.device.scanner.CodeOutlet;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.WedgeScanner;

/// A scanner that types. Nobody can tell whether one is plugged in, so it is always ready.
final class KeyWedgeScanner extends LaneDevice implements WedgeScanner {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final CodeOutlet outlet;
  private final WedgeDecoder decoder;
  private final CodeText text;

  KeyWedgeScanner(DevicePort port, WedgeDecoder decoder, CodeText text, InstantSource time) {
    super(port, time);
    this.outlet = new CodeOutlet(port.id(), lease());
    this.decoder = decoder;
    this.text = text;
  }

  void start() {
    lookEvery(LOOK_EVERY, LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.CODE_SCANNER,
        "keyboard-wedge scanner",
        port().simulated(),
        Set.of(Capability.BAR_CODES, Capability.PORT_STATUS_ONLY));
  }

  @Override
  public boolean typed(String characters, long nanos) {
    WedgeDecoder.Step step;
    synchronized (decoder) {
      step = decoder.push(characters, nanos);
    }
    return switch (step) {
      case WedgeDecoder.Step.Typing _ -> false;
      case WedgeDecoder.Step.OfCode _ -> true;
      case WedgeDecoder.Step.Code(var code) -> {
        offer(code);
        yield true;
      }
    };
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
    Optional<String> code;
    synchronized (decoder) {
      code = decoder.pause(System.nanoTime());
    }
    code.ifPresent(this::offer);
    ready();
  }

  @Override
  protected void letGo() {}

  @Override
  protected void leaseEnded() {
    outlet.endAll();
  }

  @Override
  public void close() {
    outlet.endAll();
    super.close();
  }

  /// On the lane, which refuses what comes after close.
  private Optional<Fault> prepare() {
    return onLane(LIMIT, this::clear, late -> Optional.of(Fault.of(Fault.Code.NO_ANSWER)));
  }

  private Optional<Fault> clear() {
    synchronized (decoder) {
      if (!outlet.wanted()) {
        decoder.skip();
      }
    }
    return Optional.empty();
  }

  private void offer(String code) {
    text.read(code.getBytes(StandardCharsets.US_ASCII)).ifPresent(outlet::offer);
  }
}
