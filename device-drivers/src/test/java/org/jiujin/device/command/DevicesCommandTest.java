package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
  private static final Path SHIPPED =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final String PROFILE =
      """
      model: 测试机
      devices:
        - id: idcard
          driver: sam-serial
          port: idcard
          simulated: true
      """;

  @TempDir private Path home;

  @BeforeEach
  void writeProfile() throws IOException {
    var folder = Files.createDirectories(home.resolve("config/devices"));
    Files.copy(
        SHIPPED.resolve("config/devices/devices.schema.json"),
        folder.resolve("devices.schema.json"));
    Files.writeString(folder.resolve("test.yaml"), PROFILE);
    Files.createDirectories(home.resolve("ports"));
  }

  @Test
  void listsAReaderThatAnswersAndOneThatIsMissing() {
    var calls = new Calls(home);
    String[] list = {"list", "--profile", "config/devices/test.yaml", "--dir", "ports"};
    assertEquals(Command.FAILED, calls.run(list));
    assertEquals(
        List.of("idcard\tidentity-card-reader\tSAM (simulated)\tunavailable\tnot-connected\tstaff"),
        calls.said());
    try (var reader = new VirtualSamReader(home.resolve("ports/idcard"))) {
      reader.plug();
      assertEquals(Command.OK, calls.run(list), calls.complained()::toString);
      assertTrue(calls.said().getFirst().contains("\tready\t-\t-"), calls.said()::toString);
    }
  }

  @Test
  void proposesAProfileFromWhatAnswers() {
    var calls = new Calls(home);
    assertEquals(Command.FAILED, calls.run("detect", "--dir", "ports"));
    try (var reader = new VirtualSamReader(home.resolve("ports/one"));
        var printer =
            new VirtualReceiptPrinter(
                home.resolve("ports/two"), new Font(Font.SANS_SERIF, Font.PLAIN, 24), 1000)) {
      reader.plug();
      printer.plug();
      assertEquals(Command.OK, calls.run("detect", "--dir", "ports"));
      var proposal = String.join("\n", calls.said());
      assertTrue(proposal.contains("driver: sam-serial"), proposal);
      assertTrue(proposal.contains(home.resolve("ports/one").toString()), proposal);
      assertTrue(proposal.contains("driver: escpos"), proposal);
      assertTrue(proposal.contains(home.resolve("ports/two").toString()), proposal);
      assertEquals(0, printer.strips(), "looking prints nothing");
    }
  }

  @Test
  void namesTheLineOfAProfileThatIsWrong() throws IOException {
    Files.writeString(
        home.resolve("config/devices/test.yaml"), PROFILE.replace("sam-serial", "sam-cereal"));
    var calls = new Calls(home);
    assertEquals(Command.FAILED, calls.run("list", "--profile", "config/devices/test.yaml"));
    assertTrue(
        calls
            .complained()
            .getFirst()
            .startsWith(
                "kiosk devices: config/devices/test.yaml:4: devices[0].driver is \"sam-cereal\"; write one of "),
        calls.complained()::toString);
  }

  @Test
  void saysInOneLineHowACommandIsUsed() {
    var calls = new Calls(home);
    assertEquals(Command.MISUSED, calls.run("watch", "--second", "3"));
    assertEquals(1, calls.complained().size());
    assertTrue(calls.complained().getFirst().contains("watch knows no --second"));
    assertEquals(Command.MISUSED, calls.run("wach"));
    assertEquals(1, calls.complained().size());
  }

  @Test
  void listsItsCommands() {
    var calls = new Calls(home);
    assertEquals(Command.OK, calls.run("help"));
    assertTrue(calls.said().stream().anyMatch(line -> line.strip().startsWith("detect")));
  }

  @Test
  void testsRecordsAndReplaysAReader() throws IOException {
    var calls = new Calls(home);
    var file = home.resolve("idcard.txt");
    try (var reader = new VirtualSamReader(home.resolve("ports/idcard"))) {
      reader.plug();
      reader.lay(VirtualCards.named("citizen").orElseThrow());
      assertEquals(
          Command.OK,
          calls.run(on("test", "--level", "interactive", "idcard")),
          calls.complained()::toString);
      assertEquals(List.of("idcard\tinteractive\tpassed\tcard-read"), calls.said());
      reader.lay(VirtualCards.named("citizen").orElseThrow());
      assertEquals(Command.OK, calls.run(on("record", "--out", file.toString(), "idcard")));
    }
    assertEquals(
        Command.OK,
        calls.run("replay", "--driver", "sam-serial", file.toString()),
        calls.said()::toString);
    assertEquals("replayed\tinteractive\tpassed\tcard-read", calls.said().getFirst());
    assertEquals(Command.FAILED, calls.run(on("test", "idcard")), "the reader is gone");
    assertEquals(Command.FAILED, calls.run(on("test", "nobody")));
    assertEquals(Command.MISUSED, calls.run(on("test", "--level", "deep", "idcard")));
  }

  @Test
  void readsACardMaskedUnlessShowingIsConfirmed() {
    var port = home.resolve("ports/idcard").toString();
    try (var reader = new VirtualSamReader(Path.of(port))) {
      reader.plug();
      reader.lay(VirtualCards.named("citizen").orElseThrow());
      var calls = new Calls(home, "yes\n");
      assertEquals(Command.OK, calls.run("read-id", "--port", port), calls.complained()::toString);
      var masked = calls.said().getFirst();
      assertTrue(masked.contains("\"type\":\"citizen\""), masked);
      assertFalse(masked.contains("测试") || masked.contains("621121"), masked);
      reader.lay(VirtualCards.named("citizen").orElseThrow());
      assertEquals(Command.OK, calls.run("read-id", "--port", port, "--show"));
      assertTrue(calls.said().getFirst().contains("甘测试"));
      assertEquals(
          Command.FAILED, new Calls(home, "no\n").run("read-id", "--port", port, "--show"));
    }
  }

  private static String[] on(String command, String... words) {
    return Stream.of(
            Stream.of(command),
            Stream.of(words),
            Stream.of("--profile", "config/devices/test.yaml", "--dir", "ports"))
        .flatMap(parts -> parts)
        .toArray(String[]::new);
  }
}
