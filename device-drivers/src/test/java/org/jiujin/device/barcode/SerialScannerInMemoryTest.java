package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.SettingException;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualScanner;
import org.jiujin.device.virtual.VirtualScanner.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Without a terminal, with every way to set a scanner up and everything that can go wrong.
class SerialScannerInMemoryTest extends SerialScannerBench {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final MemoryPort port = new MemoryPort();
  private final List<ScannedCode> heard = new CopyOnWriteArrayList<>();

  @Override
  VirtualScanner virtual() {
    return new VirtualScanner(port);
  }

  @Override
  CodeScanner open(DriverSettings settings) {
    var said = new HashMap<>(settings.values());
    said.putIfAbsent("gap", "500");
    return BarcodeScanners.serial(
        new DevicePort("scanner", "memory", true),
        port,
        new DriverSettings(said),
        InstantSource.system());
  }

  @ParameterizedTest
  @CsvSource({
    "line, '', CR", "line, '', LF", "line, '', CRLF", "cr, '', CR", "lf, '', LF",
    "crlf, '', CRLF", "tab, '', TAB", "none, '', ''", "cr, 02, CR", "none, 5E21, ''"
  })
  void understandsEverySuffixAndPrefix(String suffix, String prefix, String sent) {
    var before = new String(HexFormat.of().parseHex(prefix), StandardCharsets.US_ASCII);
    var after = sent.replace("CR", "\r").replace("LF", "\n").replace("TAB", "\t");
    peer.manner(Manner.COMMON.around(before, after));
    try (var _ = listen(Map.of("suffix", suffix, "prefix", prefix, "gap", "60"))) {
      showAll("code-1", "code-2", "code-3");
      assertEquals(List.of("code-1", "code-2", "code-3"), texts());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "3, 0", "7, 20"})
  void putsPiecesTogether(int bytes, int apartMilliseconds) {
    peer.manner(Manner.COMMON.inPieces(bytes, Duration.ofMillis(apartMilliseconds)));
    try (var _ = listen(Map.of())) {
      showAll(LINK, "code-2");
      assertEquals(List.of(LINK, "code-2"), texts());
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void readsChineseInEitherCharset(String charset) {
    peer.manner(Manner.COMMON.in(Charset.forName(charset)));
    try (var _ = listen(Map.of())) {
      showAll("甘肃省样例村１号");
      assertEquals(List.of("甘肃省样例村１号"), texts());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "]Q1, QR_CODE",
    "]d2, DATA_MATRIX",
    "]z0, AZTEC",
    "]L2, PDF_417",
    "]C1, CODE_128",
    "]A0, CODE_39",
    "]G0, CODE_93",
    "]E0, EAN_13",
    "]E4, EAN_8",
    "]I0, ITF",
    "]F0, CODABAR",
    "]X0, UNTOLD"
  })
  void readsTheSymbologyWhenToldTo(String identifier, Symbology symbology) {
    peer.manner(Manner.COMMON.around(identifier, "\r"));
    try (var _ = listen(Map.of("aim", "true"))) {
      showAll("62000001");
      assertEquals(List.of(new ScannedCode(symbology, "62000001")), heard);
    }
  }

  @Test
  void dropsWhatBeginsWithNoSymbologyWhenThereMustBeOne() {
    try (var _ = listen(Map.of("aim", "true"))) {
      peer.show("no-symbology");
      peer.manner(Manner.COMMON.around("]Q1", "\r"));
      showAll("code-1");
      assertEquals(List.of("code-1"), texts());
    }
  }

  @Test
  void dropsNoiseAndHalfCodes() {
    try (var _ = listen(Map.of("gap", "60"))) {
      peer.send(new byte[] {(byte) 0xFF, (byte) 0x80, 0, '\r'});
      peer.send("half a co".getBytes(StandardCharsets.US_ASCII));
      settle();
      awaitPause(Duration.ofMillis(200));
      peer.send("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      peer.send(new byte[] {0x06}); // a reply to a trigger
      showAll("code-1");
      assertEquals(List.of("code-1"), texts());
    }
  }

  @Test
  void dropsAHalfCodeWhenThePrefixBeginsAgain() {
    peer.manner(Manner.COMMON.around("\u0002", "\r"));
    try (var _ = listen(Map.of("prefix", "02"))) {
      peer.send("noise\u0002half a co".getBytes(StandardCharsets.US_ASCII));
      showAll("code-1");
      assertEquals(List.of("code-1"), texts());
    }
  }

  @Test
  void takesTheLongestCodeAndNothingLonger() {
    var longest = "7".repeat(CodeScanner.MOST_BYTES);
    try (var _ = listen(Map.of())) {
      peer.show(longest + "7");
      peer.show("8".repeat(20_000));
      showAll(longest, "code-1");
      assertEquals(List.of(longest, "code-1"), texts());
    }
  }

  @Test
  void saysThatItsStatusIsThatOfItsPort() {
    assertEquals(
        Set.of(Capability.BAR_CODES, Capability.PORT_STATUS_ONLY),
        scanner.description().capabilities());
  }

  @Test
  void triggersOnlyWhileSomebodyWaits() {
    reopen(Map.of("trigger-on", "1654 0D", "trigger-off", "16550D"));
    assertTrue(scanner.description().capabilities().contains(Capability.TRIGGER));
    assertEquals("", told());
    assertEquals(new ScanOutcome.Nothing(), scanner.scan(SHORT));
    await(() -> told().equals("16540D16550D"));
    try (var _ = scanner.listen(heard::add).orElseThrow()) {
      await(() -> told().equals("16540D16550D16540D"));
      peer.unplug();
      peer.plug();
      await(() -> told().equals("16540D")); // the scanner has forgotten, and is told again
    }
    await(() -> told().equals("16540D16550D"));
  }

  @Test
  void switchesTheLight() {
    assertEquals(
        Fault.Code.MISCONFIGURED,
        assertInstanceOf(SwitchOutcome.Refused.class, scanner.light(true)).fault().code());
    reopen(Map.of("light-on", "01", "light-off", "00"));
    assertTrue(scanner.lease().acquire("resident-1", Duration.ofMinutes(1)));
    assertEquals(
        Fault.Code.IN_USE,
        assertInstanceOf(SwitchOutcome.Refused.class, scanner.light(true)).fault().code());
    assertEquals(
        new SwitchOutcome.Switched(), DeviceLease.as("resident-1", () -> scanner.light(true)));
    assertEquals("01", told());
    scanner.lease().release("resident-1");
    await(() -> told().equals("0100"));
    peer.unplug();
    assertInstanceOf(SwitchOutcome.Refused.class, scanner.light(true));
  }

  @Test
  void leavesTriggerAndLightOffWhenClosed() {
    reopen(Map.of("light-on", "01", "light-off", "00"));
    scanner.light(true);
    scanner.close();
    assertEquals("0100", told());
  }

  @Test
  void failsWhenUnpluggedAndRecoversByItself() throws Exception {
    var waiting =
        CompletableFuture.supplyAsync(
            () -> scanner.scan(Duration.ofMinutes(1)), Thread::startVirtualThread);
    awaitPause(Duration.ofMillis(250));
    peer.unplug();
    var failed = assertInstanceOf(ScanOutcome.Failed.class, waiting.get(3, TimeUnit.SECONDS));
    assertEquals(Fault.Code.NOT_CONNECTED, failed.fault().code());
    assertInstanceOf(ScanOutcome.Failed.class, scanner.scan(SHORT));
    assertInstanceOf(DeviceStatus.Unavailable.class, scanner.status());
    try (var _ = scanner.listen(heard::add).orElseThrow()) {
      peer.plug();
      awaitReady();
      showAll("code-1");
      assertEquals(List.of("code-1"), texts(), "a listener outlives a pulled cable");
    }
  }

  @Test
  void forgetsAHalfCodeWithTheCable() {
    try (var _ = listen(Map.of())) {
      peer.send("half a co".getBytes(StandardCharsets.US_ASCII));
      settle();
      peer.unplug();
      await(() -> !scanner.status().usable());
      peer.plug();
      awaitReady();
      showAll("code-1");
      assertEquals(List.of("code-1"), texts());
    }
  }

  @Test
  void survivesACableThatFlaps() {
    try (var _ = listen(Map.of())) {
      for (int i = 0; i < 5; i++) {
        peer.unplug();
        peer.plug();
      }
      awaitPause(Duration.ofSeconds(3)); // the longest back-off
      awaitReady();
      showAll("code-1");
      assertEquals(List.of("code-1"), texts());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, 2",
    "prefix, STX",
    "suffix, enter",
    "gap, 5",
    "aim, yes",
    "trigger-on, xx",
    "baud, 9600bps"
  })
  void saysWhichSettingIsWrong(String name, String value) {
    var wrong =
        assertThrows(
            SettingException.class,
            () ->
                new SerialScannerDriver()
                    .open(
                        new DevicePort("scanner", "/dev/null", true),
                        new DriverSettings(Map.of(name, value)),
                        InstantSource.system())
                    .close());
    assertEquals(name, wrong.setting());
  }

  @Test
  void wantsBothHalvesOfACommand() {
    assertThrows(SettingException.class, () -> reopen(Map.of("trigger-on", "16540D")));
  }

  @Test
  void readsGb18030WithoutSuffix() {
    var sent = "甘肃".getBytes(GB18030);
    try (var _ = listen(Map.of("suffix", "none", "gap", "60"))) {
      peer.send(sent);
      await(() -> !heard.isEmpty());
      assertArrayEquals(sent, heard.getFirst().text().getBytes(GB18030));
    }
  }

  private Device.Subscription listen(Map<String, String> settings) {
    reopen(settings);
    return scanner.listen(heard::add).orElseThrow();
  }

  private void reopen(Map<String, String> settings) {
    scanner.close();
    scanner = open(new DriverSettings(settings));
    awaitReady();
  }

  private void showAll(String... texts) {
    int before = heard.size();
    for (int i = 0; i < texts.length; i++) {
      peer.show(texts[i]);
      int expected = before + i + 1;
      await(() -> heard.size() >= expected);
    }
  }

  private List<String> texts() {
    return heard.stream().map(ScannedCode::text).toList();
  }

  private String told() {
    return HexFormat.of().withUpperCase().formatHex(peer.told());
  }

  private static void awaitPause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    Eventually.within(Duration.ofSeconds(5), () -> "time stands", () -> System.nanoTime() >= end);
  }

  private void await(BooleanSupplier fact) {
    Eventually.within(
        Duration.ofSeconds(5), () -> texts() + " " + told() + " " + scanner.status(), fact);
  }
}
