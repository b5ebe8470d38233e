package org.jiujin.device.soak;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.barcode.WedgeScannerDriver;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.WedgeScanner;

/// A code scanner that types. What is between it and the driver is the application, whose part the station takes.
final class WedgeStation implements Station {
  private static final Duration SHOWN_EVERY = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final WedgeScanner scanner;
  private final AtomicInteger codes = new AtomicInteger();
  private volatile Function<String, Stream<String>> keys = WedgeStation::code;

  WedgeStation(InstantSource time) {
    scanner =
        (WedgeScanner)
            new WedgeScannerDriver()
                .open(
                    new DevicePort("scanner", "keyboard:", true),
                    new DriverSettings(Map.of("gap", "100")),
                    time);
  }

  @Override
  public Device device() {
    return scanner;
  }

  /// A resident holds up a new code, for as long as the app waits for one.
  @Override
  public boolean work() {
    var text = "code-" + codes.incrementAndGet();
    var shown = new AtomicBoolean();
    var resident =
        Thread.startVirtualThread(() -> {
          while (!shown.get()) {
            keys.apply(text).forEach(this::press);
            LockSupport.parkNanos(SHOWN_EVERY.toNanos());
          }
        });
    try {
      return scanner.scan(PATIENCE) instanceof ScanOutcome.Scanned(var code)
          && code.text().equals(text);
    } finally {
      shown.set(true);
      LockSupport.unpark(resident);
    }
  }

  @Override
  public List<Trouble> troubles() {
    return List.of(
        trouble("cable", text -> Stream.empty()),
        trouble("flapping", text -> letters(text.substring(0, text.length() / 2))),
        trouble("other keys", text -> code(text.toUpperCase(Locale.ROOT))),
        trouble("keys composed", text -> Stream.of(text, "\r")),
        trouble("no return key", WedgeStation::letters),
        new Trouble(
            "pulled in the middle", () -> letters("half a co").forEach(this::press), () -> {}),
        new Trouble(
            "longer than any code",
            () -> letters("x".repeat(CodeScanner.MOST_BYTES + 100)).forEach(this::press),
            () -> {}));
  }

  @Override
  public void close() {
    scanner.close();
  }

  private Trouble trouble(String name, Function<String, Stream<String>> how) {
    return new Trouble(name, () -> keys = how, () -> keys = WedgeStation::code);
  }

  private static Stream<String> code(String text) {
    return letters(text + "\r");
  }

  private static Stream<String> letters(String text) {
    return text.chars().mapToObj(Character::toString);
  }

  private void press(String characters) {
    var _ = scanner.typed(characters, System.nanoTime());
  }
}
