package org.jiujin.device.line;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the serial ports of this machine, by the names that stay.
public final class SerialPorts {
  private static final Path BY_ID = Path.of("/dev/serial/by-id");
  private static final Path DEVICES = Path.of("/dev");
  private static final Pattern PORT = Pattern.compile("tty(USB|ACM|XRUSB|S[0-3]$).*");

  private SerialPorts() {}

  /// The links that udev keeps, then ports that have none.
  public static List<String> all() {
    var ports = new ArrayList<>(in(BY_ID));
    var known = new HashSet<String>();
    ports.forEach(port -> known.add(target(Path.of(port))));
    in(DEVICES).stream()
        .filter(port -> PORT.matcher(Path.of(port).getFileName().toString()).matches())
        .filter(port -> !known.contains(port))
        .forEach(ports::add);
    return List.copyOf(ports);
  }

  /// Everything in a folder, by name; empty when there is no such folder.
  public static List<String> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What a port is called: by its link, and by what its USB device says of itself. Nothing is opened.
  public static String description(String path) {
    var name = Path.of(path).getFileName().toString();
    var target = target(Path.of(path));
    return Stream.of(SerialPort.getCommPorts())
        .filter(port -> port.getSystemPortPath().equals(target))
        .map(port -> name + " " + port.getManufacturer() + " " + port.getPortDescription())
        .findFirst()
        .orElse(name);
  }

  private static String target(Path link) {
    try {
      return link.toRealPath().toString();
    } catch (IOException dangling) {
      return link.toString();
    }
  }
}
