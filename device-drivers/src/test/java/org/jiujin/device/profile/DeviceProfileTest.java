package org.jiujin.device.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceProfileTest {
  private static final Path SHIPPED =
      Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));

  @TempDir private Path home;

  @Test
  void opensEveryShippedProfile() throws IOException {
    try (var files = Files.list(SHIPPED.resolve("config/devices"))) {
      var profiles =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .toList();
      assertTrue(profiles.contains("demo.yaml"), profiles::toString);
      for (var name : profiles) {
        var profile =
            DeviceProfile.load(SHIPPED, "config/devices/" + name, Drivers.found()).orThrow();
        try (var devices = profile.open(home, InstantSource.system()).orThrow()) {
          assertEquals(profile.plans().size(), devices.byId().size(), name);
        }
      }
    }
  }

  @Test
  void givesTheDeviceThatDoesWhatAContractSays() throws IOException {
    var profile = load("- {id: idcard, driver: sam-serial, port: nowhere}").orThrow();
    try (var devices = profile.open(home, InstantSource.system()).orThrow()) {
      assertTrue(devices.first(IdentityCardReader.class).isPresent());
    }
  }

  @Test
  void namesTheLineAndTheFix() throws IOException {
    assertEquals(
        List.of("p.yaml:4: devices[1].id stands there twice; write each id once"),
        findings(
            """
            - {id: a, driver: sam-serial, port: x}
            - {id: a, driver: sam-serial, port: y}
            """));
    assertEquals(
        List.of(
            "p.yaml:3: devices[0].settings.speed is not known to sam-serial; remove it, or write one of baud, fingerprints"),
        findings("- {id: a, driver: sam-serial, port: x, settings: {speed: 9600}}"));
    assertEquals(
        List.of(
            "p.yaml:3: devices[0].settings.baud is fast; write a whole number from 9600 to 115200"),
        refusals("- {id: a, driver: sam-serial, port: x, settings: {baud: fast}}"));
    assertEquals(
        List.of(
            "p.yaml:3: devices[0].port is ipp://x/; write the path of a serial port, or tcp://host:port"),
        refusals("- {id: a, driver: sam-serial, port: \"ipp://x/\"}"));
    assertEquals(
        List.of("p.yaml:3: devices[0].port is tcp://a b:1; write tcp://host:port"),
        refusals("- {id: a, driver: sam-serial, port: \"tcp://a b:1\"}"));
  }

  private List<String> findings(String devices) throws IOException {
    return texts(load(devices));
  }

  private List<String> refusals(String devices) throws IOException {
    return texts(load(devices).orThrow().open(home, InstantSource.system()));
  }

  private static <T> List<String> texts(LoadOutcome<T> outcome) {
    return switch (outcome) {
      case LoadOutcome.Loaded<T> _ -> List.of();
      case LoadOutcome.Refused<T>(var findings) ->
          findings.stream().map(Finding::toString).toList();
    };
  }

  private LoadOutcome<DeviceProfile> load(String devices) throws IOException {
    var schemas = Files.createDirectories(home.resolve("config/devices"));
    Files.writeString(
        schemas.resolve("devices.schema.json"),
        Files.readString(SHIPPED.resolve("config/devices/devices.schema.json")));
    Files.writeString(home.resolve("p.yaml"), "model: 测试机\ndevices:\n" + devices.indent(2));
    return DeviceProfile.load(home, "p.yaml", Drivers.found());
  }
}
