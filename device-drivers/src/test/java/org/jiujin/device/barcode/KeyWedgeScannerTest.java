package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.SettingException;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.CodeScannerContract;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.WedgeScanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The test types what the application would hand over.
class KeyWedgeScannerTest implements CodeScannerContract {
  private static final DevicePort KEYBOARD = new DevicePort("scanner", "keyboard:", true);

  private WedgeScanner scanner;

  @BeforeEach
  void open() {
    scanner = open(Map.of("gap", "200"));
  }

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  void readsACodeThatAPauseEnds() {
    scanner.close();
    scanner = open(Map.of("suffix", "none"));
    var heard = new CopyOnWriteArrayList<ScannedCode>();
    try (var _ = scanner.listen(heard::add).orElseThrow()) {
      type("code-1");
      Eventually.within(PATIENCE, () -> "nothing", () -> heard.size() == 1);
      assertEquals("code-1", heard.getFirst().text());
    }
  }

  @Test
  void swallowsTheReturnKeyOfACodeOnly() {
    assertFalse(scanner.typed("\r", System.nanoTime()));
    type("code-1");
    assertTrue(scanner.typed("\r", System.nanoTime()));
  }

  @Test
  void hasNoLight() {
    assertInstanceOf(SwitchOutcome.Refused.class, scanner.light(true));
  }

  @Test
  void wantsTheKeyboardForItsPort() {
    assertThrows(
        SettingException.class,
        () ->
            new WedgeScannerDriver()
                .open(
                    new DevicePort("scanner", "/dev/ttyUSB0", true),
                    DriverSettings.NONE,
                    InstantSource.system())
                .close());
  }

  @Override
  public CodeScanner scanner() {
    return scanner;
  }

  @Override
  public void show(String text) {
    type(text + "\r");
  }

  @Override
  public void show(String text, Runnable inTheMiddle) {
    int middle = text.length() / 2;
    type(text.substring(0, middle));
    inTheMiddle.run();
    type(text.substring(middle) + "\r");
  }

  private void type(String text) {
    text.chars().forEach(key -> scanner.typed(Character.toString(key), System.nanoTime()));
  }

  private static WedgeScanner open(Map<String, String> settings) {
    var scanner =
        (WedgeScanner)
            new WedgeScannerDriver()
                .open(KEYBOARD, new DriverSettings(settings), InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> scanner.status().toString(),
        () -> scanner.status() instanceof DeviceStatus.Ready);
    return scanner;
  }
}
