package org.jiujin.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KioskSettingsTest {
  private static final String[] LEAST = {
    "--kiosk.home=/opt/jiujin",
    "--kiosk.profile=config/terminals/demo.yaml",
    "--kiosk.data=/var/lib/jiujin",
    "--kiosk.platform=http://127.0.0.1:8796"
  };

  @Test
  void needsNeitherAgentNorMirror() {
    KioskSettings settings = KioskSettings.of(LEAST);
    assertNull(settings.agentSocket());
    assertEquals(0, settings.mirrorPort());
  }

  @Test
  void takesCatalogueAndThemeFromTheHomeFolderUnlessTheyComeApart() {
    KioskSettings usual = KioskSettings.of(LEAST);
    assertEquals(Path.of("/opt/jiujin"), usual.catalogue());
    assertEquals(Path.of("/opt/jiujin/config"), usual.theme());
    String[] apart =
        Stream.concat(Stream.of(LEAST), Stream.of("--kiosk.catalogue=/c", "--kiosk.theme=/t"))
            .toArray(String[]::new);
    assertEquals(Path.of("/c"), KioskSettings.of(apart).catalogue());
    assertEquals(Path.of("/t"), KioskSettings.of(apart).theme());
  }

  @Test
  void leavesTheSocketsPathAsShortAsItWasGiven() {
    String[] arguments =
        Stream.concat(Stream.of(LEAST), Stream.of("--kiosk.agent-socket=run/app.sock"))
            .toArray(String[]::new);
    assertEquals(Path.of("run/app.sock"), KioskSettings.of(arguments).agentSocket());
  }

  @ParameterizedTest
  @CsvSource({
    "--kiosk.home=, kiosk.home",
    "--kiosk.platform=nowhere, not an address",
    "--kiosk.platform=http://a b, not an address",
    "--kiosk.mirror.port=70000, not a port",
    "--kiosk.mirror.port=x, not a port"
  })
  void saysWhatIsWrong(String argument, String expected) {
    String name = argument.substring(0, argument.indexOf('='));
    String[] arguments =
        Stream.concat(
                Stream.of(LEAST).filter(one -> !one.startsWith(name + "=")), Stream.of(argument))
            .toArray(String[]::new);
    var refusal = assertThrows(IllegalArgumentException.class, () -> KioskSettings.of(arguments));
    assertTrue(String.valueOf(refusal.getMessage()).contains(expected), refusal.getMessage());
  }
}
