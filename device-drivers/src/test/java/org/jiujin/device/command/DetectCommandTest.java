package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.barcode.SerialScannerDriver;
import org.jiujin.device.escpos.EscPosDriver;
import org.jiujin.device.modbus.ModbusRtuDriver;
import org.jiujin.device.modbus.ModbusTcpDriver;
import org.jiujin.device.profile.DeviceProfile;
import org.jiujin.device.profile.Drivers;
import org.jiujin.device.sam.SamDriver;
import org.jiujin.device.virtual.NetworkSocket;
import org.jiujin.device.virtual.PrinterModel;
import org.jiujin.device.virtual.VirtualCabinet;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.jiujin.device.virtual.VirtualSamReader;
import org.jiujin.device.virtual.VirtualScanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against virtual devices on real terminal ports and sockets, by the drivers that ask ports only.
class DetectCommandTest {
  private static final Path SHIPPED =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
  private static final Drivers ASKING =
      new Drivers(
          List.of(
              new EscPosDriver(),
              new ModbusRtuDriver(),
              new ModbusTcpDriver(),
              new SamDriver(),
              new SerialScannerDriver()));

  @TempDir private Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void prepare() throws IOException {
    var folder = Files.createDirectories(home.resolve("config/devices"));
    Files.copy(
        SHIPPED.resolve("config/devices/devices.schema.json"),
        folder.resolve("devices.schema.json"));
    Files.createDirectories(home.resolve("ports"));
  }

  @Test
  void tellsDevicesOnPortsApartAtTheirSpeedsAndPrintsAndSwitchesNothing() throws IOException {
    try (var printer = new VirtualReceiptPrinter(port("a-printer"), FONT, 1_000);
        var board = VirtualCabinet.rtu(port("b-board"));
        var reader = new VirtualSamReader(port("c-reader"));
        var scanner = new VirtualScanner(port("usb-Newland_NLS-FM430_1-if00"))) {
      printer.talkAt(9_600);
      board.talkAt(19_200);
      printer.plug();
      board.plug();
      reader.plug();
      scanner.plug();
      assertEquals(Command.OK, detect(ASKING, "--dir", "ports"), this::complaints);
      assertEquals(
          """
          # yaml-language-server: $schema=devices.schema.json
          model: 新终端
          devices:
            # PORTS/usb-Newland_NLS-FM430_1-if00 looks like one by its name only; if it is one, take the # away from:
            #- id: scanner-1
            #  driver: scanner-serial
            #  port: "PORTS/usb-Newland_NLS-FM430_1-if00"  # usb-Newland_NLS-FM430_1-if00
            - id: receipt-2
              driver: escpos
              port: "PORTS/a-printer"  # ESC/POS printer
              settings: {baud: 9600}
            - id: cabinet-3
              driver: modbus-rtu
              port: "PORTS/b-board"  # Modbus RTU board, unit 1
              settings: {baud: 19200}
            - id: idcard-4
              driver: sam-serial
              port: "PORTS/c-reader"  # SAM 05.02-20200101-0001234567-0007654321
          """,
          said());
      assertEquals(0, printer.strips());
      assertEquals(0, printer.paperUsedMillimetres());
      assertFalse(board.lamp() || board.buzzer());
      assertEquals(0, scanner.told().length, "what looks like a scanner is asked nothing");
    }
    assertEquals(
        List.of("receipt-2", "cabinet-3", "idcard-4"),
        profile(out.toString(StandardCharsets.UTF_8)).plans().stream().map(p -> p.id()).toList());
    var corrected = out.toString(StandardCharsets.UTF_8).replaceAll("(?m)^  #(?=-| )(?! /)", "  ");
    assertEquals(4, profile(corrected).plans().size(), corrected);
  }

  @Test
  void asksTheAddressesThatAreNamed() throws IOException {
    var socket = NetworkSocket.onAnyPort();
    try (var printer = new VirtualReceiptPrinter(socket, FONT, PrinterModel.COMMON);
        var server = VirtualCabinet.rtuOverTcp();
        var board = VirtualCabinet.tcp()) {
      printer.plug();
      server.plug();
      board.plug();
      assertEquals(
          Command.OK,
          detect(ASKING, "--dir", "ports", board.address(), server.address(), socket.address()),
          this::complaints);
      assertEquals(
          """
          # yaml-language-server: $schema=devices.schema.json
          model: 新终端
          devices:
            - id: receipt-1
              driver: escpos
              port: "%s"  # ESC/POS printer
            - id: cabinet-2
              driver: modbus-rtu
              port: "%s"  # Modbus RTU board, unit 1
            - id: cabinet-3
              driver: modbus-tcp
              port: "%s"  # Modbus TCP board, unit 1
          """
              .formatted(socket.address(), server.address(), board.address()),
          said());
      assertEquals(0, printer.paperUsedMillimetres());
    }
    assertEquals(3, profile(out.toString(StandardCharsets.UTF_8)).plans().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {115_200, 57_600, 38_400, 19_200, 9_600})
  void findsAPrinterAtEverySpeed(int baud) {
    try (var printer = new VirtualReceiptPrinter(port("printer"), FONT, 1_000)) {
      printer.talkAt(baud);
      printer.plug();
      assertEquals(Command.OK, detect(new Drivers(List.of(new EscPosDriver())), "--dir", "ports"));
      assertTrue(said().contains("settings: {baud: " + baud + "}"), this::said);
    }
  }

  @Test
  void saysWhatItDoesAndComplainsWhenNothingAnswers() {
    try (var scanner = new VirtualScanner(port("usb-Barcode_Reader-if00"))) {
      scanner.plug();
      assertEquals(Command.FAILED, detect(ASKING, "--dir", "ports"));
      assertTrue(said().contains("  #- id: scanner-1\n"), this::said);
      assertTrue(
          complaints().contains("Looking for escpos, 15 seconds at most\n"), this::complaints);
      assertTrue(complaints().contains("kiosk devices: nothing answered"), this::complaints);
    }
  }

  @Test
  void refusesWhatIsNoPlace() {
    var terminal = terminal();
    var words = Words.of(new DetectCommand(), List.of("pcsc:reader"));
    var refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            UsageException.class, () -> new DetectCommand(() -> ASKING).run(words, terminal));
    assertTrue(Objects.requireNonNull(refused.getMessage()).startsWith("pcsc:reader is no place"));
  }

  @Test
  void makesAProfileOfWhateverDevicesCallThemselves() {
    var name = "Re\"ad\\er\n- id: x\u2028\u0085 #\u0000 \uD800 %\t测试";
    var found = new DeviceDriver.Found("pcsc:" + name, name, Map.of("baud", 1), false);
    assertEquals(Command.OK, detect(new Drivers(List.of(new Finding(found)))));
    assertEquals(1, profile(out.toString(StandardCharsets.UTF_8)).plans().size(), this::said);
  }

  private record Finding(Found found) implements DeviceDriver {
    @Override
    public String name() {
      return "finding";
    }

    @Override
    public DeviceDescription.Kind kind() {
      return DeviceDescription.Kind.CHIP_CARD_READER;
    }

    @Override
    public Set<String> settings() {
      return Set.of("baud");
    }

    @Override
    public Device open(DevicePort port, DriverSettings settings, java.time.InstantSource time) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Found> detect(List<String> places, Duration limit) {
      return List.of(found);
    }
  }

  private Path port(String name) {
    return home.resolve("ports").resolve(name);
  }

  private int detect(Drivers drivers, String... words) {
    out.reset();
    err.reset();
    used.set(drivers);
    var command = new DetectCommand(() -> drivers);
    return command.run(Words.of(command, List.of(words)), terminal());
  }

  private final AtomicReference<Drivers> used = new AtomicReference<>(ASKING);

  private Terminal terminal() {
    return new Terminal(
        home,
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8).replace(home.resolve("ports").toString(), "PORTS");
  }

  private String complaints() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private DeviceProfile profile(String text) {
    try {
      Files.writeString(home.resolve("config/devices/found.yaml"), text);
    } catch (IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
    var outcome = DeviceProfile.load(home, "config/devices/found.yaml", used.get());
    return assertInstanceOf(LoadOutcome.Loaded.class, outcome, outcome::toString).value()
            instanceof DeviceProfile profile
        ? profile
        : org.junit.jupiter.api.Assertions.fail("no profile");
  }
}
