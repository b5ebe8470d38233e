package org.jiujin.device.barcode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jiujin.device.scanner.CodeOutlet;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;

/// A scanner that sends what it reads, whenever it reads.
///
/// It gives no sign of life: its status is that of its port. The port is read all the time, so that codes which nobody waits
/// for do not lie there until somebody does.
final class SerialScanner extends LineDevice implements CodeScanner {
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final Duration READ = Duration.ofMillis(100);

  /// Within a code, so short that who begins to wait is not late.
  private static final Duration SLICE = Duration.ofMillis(10);

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOSING = Duration.ofMillis(500);
  private static final int MOST_PIECES = 64;

  private final CodeOutlet outlet;
  private final CodeBytes bytes;
  private final CodeText text;
  private final Duration gap;
  private final Lever trigger;
  private final Lever light;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean lightWanted;
  private long heardAt;

  SerialScanner(DevicePort port, LinePort line, ScannerSettings settings, InstantSource time) {
    super(port, line, time);
    outlet = new CodeOutlet(port.id(), lease());
    bytes = settings.bytes();
    text = settings.text();
    gap = settings.gap();
    var commands = settings.commands();
    trigger = new Lever(commands.triggerOn, commands.triggerOff, outlet::wanted);
    light = new Lever(commands.lightOn, commands.lightOff, () -> lightWanted);
  }

  void start() {
    subscribe(outlet::heed);
    lookEvery(LOOK_EVERY, LIMIT);
  }

  @Override
  public DeviceDescription description() {
    var can = new HashSet<>(Set.of(Capability.BAR_CODES, Capability.PORT_STATUS_ONLY));
    if (trigger.exists()) {
      can.add(Capability.TRIGGER);
    }
    if (light.exists()) {
      can.add(Capability.LIGHT);
    }
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.CODE_SCANNER,
        "serial scanner",
        port().simulated(),
        can);
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
  public SwitchOutcome light(boolean on) {
    if (!admitsCaller()) {
      return new SwitchOutcome.Refused(Fault.of(Fault.Code.IN_USE));
    }
    if (!light.exists()) {
      return CodeScanner.super.light(on);
    }
    return onLane(
        LIMIT,
        () -> lightNow(on),
        lateness ->
            switch (lateness) {
              case NEVER_BEGUN -> new SwitchOutcome.Refused(Fault.of(Fault.Code.NO_ANSWER));
              case BEGUN -> new SwitchOutcome.Uncertain(Fault.of(Fault.Code.NO_ANSWER));
            });
  }

  @Override
  protected void leaseEnded() {
    lightWanted = false;
    outlet.endAll();
  }

  /// Leaves trigger and light off, if the scanner is there.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      leaseEnded();
      onLane(
          CLOSING,
          () -> link().reach() instanceof Link.State.Up(var line, _) && settle(line),
          lateness -> false); // the cable is next
    }
    super.close();
  }

  private Optional<Fault> prepare() {
    return onLane(LIMIT, this::clear, late -> Optional.of(Fault.of(Fault.Code.NO_ANSWER)));
  }

  private SwitchOutcome lightNow(boolean on) {
    return switch (link().reach()) {
      case Link.State.Down(var fault) -> new SwitchOutcome.Refused(fault);
      case Link.State.Up(var line, _) -> {
        lightWanted = on;
        yield light.settle(line)
            ? new SwitchOutcome.Switched()
            : new SwitchOutcome.Uncertain(Fault.of(Fault.Code.NOT_CONNECTED));
      }
    };
  }

  /// Drops what came before somebody waits, and the rest of a code that has begun. On the lane, as all that follows.
  ///
  /// @return why there is no line, empty when there is
  private Optional<Fault> clear() {
    return switch (link().reach()) {
      case Link.State.Down(var fault) -> Optional.of(fault);
      case Link.State.Up(var line, _) -> {
        if (!outlet.wanted()) {
          for (int i = 0; i < MOST_PIECES; i++) {
            var piece = line.read(Duration.ZERO);
            if (piece.length == 0) {
              break;
            }
            bytes.push(piece);
          }
          bytes.skip();
        }
        ready();
        yield Optional.empty();
      }
    };
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    var line = up.line();
    boolean told = settle(line);
    var piece = line.read(bytes.within() ? SLICE : READ);
    if (piece.length > 0) {
      used.proven();
      heardAt = System.nanoTime();
      offer(bytes.push(piece));
    } else if (line.lost() || !told) {
      report(used, line, Fault.of(Fault.Code.NOT_CONNECTED), false);
      return;
    } else if (bytes.within() && System.nanoTime() - heardAt >= gap.toNanos()) {
      offer(bytes.pause());
    }
    ready();
  }

  private boolean settle(Line line) {
    return trigger.settle(line) && light.settle(line);
  }

  private void offer(List<byte[]> codes) {
    if (current()) {
      codes.forEach(code -> text.read(code).ifPresent(outlet::offer));
    }
  }

  @Override
  protected void unplugged() {
    bytes.reset();
    trigger.forget();
    light.forget();
  }
}
