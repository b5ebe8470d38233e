package org.jiujin.device.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiujin.device.profile.DeviceProfile;
import org.jiujin.device.profile.Drivers;
import org.jiujin.device.scanner.CodeScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every piece of code in the guide is a piece of code that was compiled and tested.
class DriversGuideTest {
  private static final Path HOME =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final Path SOURCES =
      HOME.resolve("device-drivers/src/test/java/org/jiujin/device/guide");
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private Path home;

  @Test
  void showsOnlyCodeThatWasCompiled() throws IOException {
    var compiled = words(source("PacketScanner.java") + source("PacketScannerTest.java"));
    var shown = blocks("java");
    assertTrue(shown.size() >= 4, "the guide shows too little code: " + shown.size());
    for (var block : shown) {
      assertTrue(compiled.contains(words(block)), "not in the compiled classes:\n" + block);
    }
  }

  @Test
  void showsTheRecordingThatTheTestReplays() throws IOException {
    var recording =
        Files.readString(
            HOME.resolve(
                "device-drivers/src/test/resources/org/jiujin/device/guide/packet-scanner.txt"));
    assertEquals(recording, blocks("text").getFirst());
  }

  @Test
  void showsAProfileThatOpensTheDriver() throws IOException {
    var folder = Files.createDirectories(home.resolve("config/devices"));
    Files.copy(
        HOME.resolve("config/devices/devices.schema.json"), folder.resolve("devices.schema.json"));
    Files.writeString(folder.resolve("new.yaml"), blocks("yaml").getFirst());
    var drivers = new Drivers(List.of(new PacketScanner.Driver()));
    var profile = DeviceProfile.load(home, "config/devices/new.yaml", drivers).orThrow();
    try (var devices = profile.open(home, InstantSource.system()).orThrow()) {
      assertTrue(devices.first(CodeScanner.class).isPresent());
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(HOME.resolve("docs/drivers-guide.md")))
        .results()
        .filter(found -> found.group(1).equals(language))
        .map(found -> found.group(2))
        .toList();
  }

  private static String source(String name) throws IOException {
    return Files.readString(SOURCES.resolve(name));
  }

  /// Without line breaks and indentation, which the guide may choose.
  private static String words(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ");
  }
}
