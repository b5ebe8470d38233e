package org.jiujin.device.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacketScannerTest {
  private static final Path HOME =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final Path RECORDING =
      HOME.resolve("device-drivers/src/test/resources/org/jiujin/device/guide/packet-scanner.txt");

  private final CodeScanner scanner =
      (CodeScanner)
          new PacketScanner.Driver()
              .open(
                  new DevicePort("scanner", "replay:" + RECORDING, true),
                  DriverSettings.NONE,
                  InstantSource.system());

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  void readsTheCodeOfTheRecording() {
    await("ready", () -> scanner.status() instanceof DeviceStatus.Ready);
    var outcome = scanner.scan(Duration.ofSeconds(5));
    assertEquals("测试-0001", assertInstanceOf(ScanOutcome.Scanned.class, outcome).code().text());
  }

  @Test
  void recoversFromThePulledCable() {
    await("ready", () -> scanner.status() instanceof DeviceStatus.Ready);
    scanner.scan(Duration.ofSeconds(5));
    await("unplugged", () -> faulty(Fault.Code.NOT_CONNECTED));
    await("ready again", () -> scanner.status() instanceof DeviceStatus.Ready);
  }

  private boolean faulty(Fault.Code code) {
    return scanner.status().trouble().filter(fault -> fault.code() == code).isPresent();
  }

  private static void await(String what, java.util.function.BooleanSupplier fact) {
    Eventually.within(Duration.ofSeconds(10), () -> "not " + what, fact);
  }
}
