package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.profile.DevicePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalProfileTest {
  private static final Path SHIPPED =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final String FILE = "config/terminals/demo.yaml";

  @TempDir private Path folder;

  @Test
  void loadsEveryShippedProfile() throws IOException {
    try (var files = Files.list(SHIPPED.resolve("config/terminals"))) {
      List<String> profiles =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .toList();
      assertTrue(profiles.contains("demo.yaml"));
      profiles.forEach(name -> TerminalProfile.load(SHIPPED, "config/terminals/" + name).orThrow());
    }
  }

  @Test
  void describesTheDemoTerminal() {
    TerminalProfile demo = TerminalProfile.load(SHIPPED, FILE).orThrow();

    assertEquals("T621121001", demo.id());
    assertEquals("GS-621121", demo.group());
    assertTrue(demo.place().demo());
    assertEquals(Duration.ofMinutes(2), demo.idle().signedIn());
    assertEquals(
        List.of("idcard", "receipt", "scanner", "cabinet"),
        demo.devices().plans().stream().map(DevicePlan::id).toList());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("slips")
  void namesFileLineAndWhatToChange(String right, String wrong, List<String> expected)
      throws IOException {
    String yaml = Files.readString(SHIPPED.resolve(FILE));
    assertTrue(yaml.contains(right), "the table names a text that the file lacks: " + right);
    copyShipped();
    Files.writeString(folder.resolve(FILE), yaml.replace(right, wrong));

    assertEquals(expected.stream().map(finding -> FILE + finding).toList(), findings());
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        slip(
            "group: GS-621121",
            "group: GS-620100",
            ":5: group is GS-620100; write GS-621121, as place.region says"),
        slip(
            "hotline: \"12345\"",
            "hotline: 12345",
            ":10: place.hotline is 12345; write a text, in quotes if it looks like a number"),
        slip(
            "pxPerMm: 4.03",
            "pxPerMm: 4.56",
            ":17: panel.pxPerMm is 4.56; write 4.03, which the panel's size gives"),
        slip(
            "countdown: 20", "countdown: 10", ":28: idleSeconds.countdown is 10; write 20 or more"),
        slip(
            "countdown: 20",
            "countdown: 120",
            ":28: idleSeconds.countdown is as long as signedIn; write less, it is a part of it"));
  }

  @Test
  void namesADeviceProfileThatLacksAPrinter() throws IOException {
    copyShipped();
    Files.writeString(
        folder.resolve("config/devices/demo.yaml"),
        """
        model: 测试机
        devices:
          - {id: idcard, driver: sam-serial, port: idcard}
        """);
    assertEquals(
        List.of("config/devices/demo.yaml:2: devices have no receipt printer; add one"),
        findings());
  }

  @Test
  void namesAProfileThatIsNotThere() {
    assertEquals(
        List.of(
            TerminalProfile.SCHEMA
                + ": is not there; put it below the home folder, or correct the name"),
        findings());
  }

  private void copyShipped() throws IOException {
    for (var file :
        List.of(
            TerminalProfile.SCHEMA,
            FILE,
            "config/devices/devices.schema.json",
            "config/devices/demo.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(SHIPPED.resolve(file), folder.resolve(file));
    }
  }

  private List<String> findings() {
    return switch (TerminalProfile.load(folder, FILE)) {
      case LoadOutcome.Loaded<TerminalProfile> _ -> List.of();
      case LoadOutcome.Refused<TerminalProfile>(var findings) ->
          findings.stream().map(Finding::toString).toList();
    };
  }

  private static Arguments slip(String right, String wrong, String... expected) {
    return arguments(right, wrong, List.of(expected));
  }
}
