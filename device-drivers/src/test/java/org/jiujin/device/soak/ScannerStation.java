package org.jiujin.device.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.barcode.SerialScannerDriver;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.virtual.VirtualScanner;

/// A code scanner on a pseudo-terminal.
final class ScannerStation implements Station {
  private static final Duration SHOWN_EVERY = Duration.ofMillis(150);

  private final VirtualScanner peer;
  private final CodeScanner scanner;
  private final AtomicInteger codes = new AtomicInteger();

  ScannerStation(Path folder, InstantSource time) {
    var link = folder.resolve("scanner");
    peer = new VirtualScanner(link);
    peer.plug();
    scanner =
        (CodeScanner)
            new SerialScannerDriver()
                .open(new DevicePort("scanner", link.toString(), true), DriverSettings.NONE, time);
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
            peer.show(text);
            LockSupport.parkNanos(SHOWN_EVERY.toNanos());
          }
        });
    try {
      return scanner.scan(Duration.ofSeconds(2)) instanceof ScanOutcome.Scanned(var code)
          && code.text().endsWith(text);
    } finally {
      shown.set(true);
      LockSupport.unpark(resident);
    }
  }

  @Override
  public List<Trouble> troubles() {
    return List.of(
        new Trouble("cable", peer::unplug, peer::plug),
        new Trouble("noise", () -> peer.send(new byte[] {0, (byte) 0xFF, 'x', 7}), () -> {}),
        new Trouble("half a code", () -> peer.send(new byte[] {'h', 'a', 'l'}), () -> {}));
  }

  @Override
  public void close() {
    scanner.close();
    peer.close();
  }
}
