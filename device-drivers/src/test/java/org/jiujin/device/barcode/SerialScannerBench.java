package org.jiujin.device.barcode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.CodeScannerContract;
import org.jiujin.device.virtual.VirtualScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A driver and a virtual scanner, joined by whatever the test says.
abstract class SerialScannerBench implements CodeScannerContract {
  VirtualScanner peer;
  CodeScanner scanner;

  abstract VirtualScanner virtual();

  abstract CodeScanner open(DriverSettings settings);

  @BeforeEach
  void begin() {
    peer = virtual();
    peer.plug();
    scanner = open(DriverSettings.NONE);
    awaitReady();
  }

  @AfterEach
  void end() {
    scanner.close();
    peer.close();
  }

  void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(5),
        () -> scanner.status().toString(),
        () -> scanner.status() instanceof DeviceStatus.Ready);
  }

  @Override
  public CodeScanner scanner() {
    return scanner;
  }

  @Override
  public void show(String text) {
    peer.show(text);
    settle();
  }

  @Override
  public void show(String text, Runnable inTheMiddle) {
    var bytes = (text + "\r").getBytes(StandardCharsets.UTF_8);
    int middle = bytes.length / 2;
    peer.send(Arrays.copyOf(bytes, middle));
    settle();
    inTheMiddle.run();
    peer.send(Arrays.copyOfRange(bytes, middle, bytes.length));
    settle();
  }

  /// Until the bytes have gone out and the driver, which reads all the time, has had a moment for them.
  void settle() {
    Eventually.within(Duration.ofSeconds(5), () -> "not sent", peer::sent);
    long end = System.nanoTime() + Duration.ofMillis(50).toNanos();
    Eventually.within(Duration.ofSeconds(5), () -> "time stands", () -> System.nanoTime() >= end);
  }
}
