package org.jiujin.device.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What stands on the command line.
///
/// @param port of the page
/// @param directory where the ports of the devices appear
/// @param font for pictures of receipts
/// @param relays cables to lay
record BenchOptions(int port, Path directory, Path font, List<Relay> relays) {
  static final String USAGE =
      "--port=PORT --dir=FOLDER --font=TTF [--relay=NAME:LISTENPORT:TARGETPORT …]";

  BenchOptions {
    relays = List.copyOf(relays);
  }

  /// Reads the command line.
  ///
  /// @throws IllegalArgumentException in plain words, when an argument is missing or unknown
  static BenchOptions parse(String... arguments) {
    var reading = new Reading();
    for (var argument : arguments) {
      int at = argument.indexOf('=');
      if (at < 0) {
        throw new IllegalArgumentException("not NAME=VALUE: " + argument + "; expected " + USAGE);
      }
      reading.take(argument.substring(0, at), argument.substring(at + 1));
    }
    return reading.done();
  }

  /// One cable.
  record Relay(String name, int listenPort, int targetPort) {
    static Relay parse(String text) {
      var parts = text.split(":", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not NAME:LISTENPORT:TARGETPORT: " + text);
      }
      return new Relay(parts[0], number(parts[1]), number(parts[2]));
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException("not a port: " + text, noNumber);
    }
  }

  private static final class Reading {
    private final List<Relay> relays = new ArrayList<>();
    private int port = -1;
    private Path directory = Path.of("");
    private Path font = Path.of("");

    void take(String name, String value) {
      switch (name) {
        case "--port" -> port = number(value);
        case "--dir" -> directory = Path.of(value);
        case "--font" -> font = Path.of(value);
        case "--relay" -> relays.add(Relay.parse(value));
        default -> throw new IllegalArgumentException("unknown: " + name + "; expected " + USAGE);
      }
    }

    BenchOptions done() {
      if (port < 0 || directory.toString().isEmpty() || font.toString().isEmpty()) {
        throw new IllegalArgumentException("something is missing; expected " + USAGE);
      }
      return new BenchOptions(port, directory, font, relays);
    }
  }
}
