package org.jiujin.kiosk;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/// What the app is started with, `--kiosk.NAME=VALUE` on the command line.
///
/// @param home the folder that holds `config/`
/// @param catalogue the folder that holds `config/catalogue`; the home folder unless it comes as a release of its own
/// @param theme the folder that holds `themes` and `fonts`; `config` unless it comes as a release of its own
/// @param profile the terminal's profile, below the home folder
/// @param data where the app keeps what must outlive it
/// @param platform where the provincial platform is
/// @param devices folder below which the profile's ports are found, or null when the profile names them whole
/// @param agentSocket the local link to the agent, or null when no agent watches
/// @param mirrorPort where the live screen is served on loopback, or 0 for nowhere
record KioskSettings(
    Path home,
    Path catalogue,
    Path theme,
    String profile,
    Path data,
    URI platform,
    @Nullable Path devices,
    @Nullable Path agentSocket,
    int mirrorPort) {

  /// Reads the command line.
  ///
  /// @throws IllegalArgumentException in words for whoever wrote the command line
  static KioskSettings of(String... arguments) {
    var line = new SimpleCommandLinePropertySource(arguments);
    Path home =
        Path.of(needed(line, "kiosk.home", "the folder that holds config/")).toAbsolutePath();
    Path catalogue = absolute(line.getProperty("kiosk.catalogue"));
    Path theme = absolute(line.getProperty("kiosk.theme"));
    return new KioskSettings(
        home,
        catalogue == null ? home : catalogue,
        theme == null ? home.resolve("config") : theme,
        needed(line, "kiosk.profile", "a file like config/terminals/demo.yaml"),
        Path.of(needed(line, "kiosk.data", "a folder that the app may write to")).toAbsolutePath(),
        address(needed(line, "kiosk.platform", "an address like http://127.0.0.1:8796")),
        absolute(line.getProperty("kiosk.devices")),
        // As it was given: a socket's path may have some 100 bytes, and a relative one can be the
        // way out.
        path(line.getProperty("kiosk.agent-socket")),
        port(line.getProperty("kiosk.mirror.port")));
  }

  private static String needed(SimpleCommandLinePropertySource line, String name, String what) {
    String value = line.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("Say --" + name + "=… on the command line: " + what);
    }
    return value;
  }

  private static @Nullable Path absolute(@Nullable String value) {
    return value == null ? null : Path.of(value).toAbsolutePath();
  }

  private static @Nullable Path path(@Nullable String value) {
    return value == null ? null : Path.of(value);
  }

  private static URI address(String value) {
    try {
      URI address = URI.create(value);
      if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(notAnAddress(value), e);
    }
    throw new IllegalArgumentException(notAnAddress(value));
  }

  private static String notAnAddress(String value) {
    return "--kiosk.platform=" + value + " is not an address; write one like http://127.0.0.1:8796";
  }

  private static int port(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new IllegalArgumentException(
          "--kiosk.mirror.port=" + value + " is not a port; write a number up to 65535");
    }
    return Integer.parseInt(value);
  }
}
