package org.jiujin.device.line;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jiujin.device.SettingException;

/// Finds the port that an address of [org.jiujin.device.DevicePort] means.
public final class LinePorts {
  private static final String TCP = "tcp://";
  private static final String RECORD = "record:";
  private static final String REPLAY = "replay:";
  private static final Pattern SOCKET =
      Pattern.compile("tcp://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");

  private LinePorts() {}

  /// A port whose device's language nobody described: a recording of it hides everything but the number of bytes.
  ///
  /// @throws SettingException when the address is no line
  public static LinePort at(String address, int baud) {
    return at(address, baud, Redactor::hidingAll);
  }

  /// The port that an address means; it need not exist yet.
  ///
  /// | address | port |
  /// |---|---|
  /// | a path | a serial port |
  /// | `tcp://host:port` | a socket |
  /// | `record:FILE=ADDRESS` | the port of ADDRESS, with what passes written to FILE |
  /// | `replay:FILE` | the device of a recording |
  ///
  /// @param baud bits per second of a serial port; a socket has none
  /// @param redactors take what is personal out of a recording
  /// @throws SettingException when the address is no line
  public static LinePort at(String address, int baud, Supplier<Redactor> redactors) {
    if (address.startsWith(TCP)) {
      return new TcpLinePort(socket(address));
    }
    if (address.startsWith(RECORD)) {
      return recorded(address.substring(RECORD.length()), baud, redactors);
    }
    if (address.startsWith(REPLAY)) {
      return new ReplayedLinePort(
          Recording.read(Path.of(address.substring(REPLAY.length()))), redactors);
    }
    if (address.matches("[a-z][a-z0-9]*:.*")) {
      throw new SettingException(
          "port", "is " + address + "; write the path of a serial port, or tcp://host:port");
    }
    return new SerialLinePort(Path.of(address), baud);
  }

  private static LinePort recorded(String address, int baud, Supplier<Redactor> redactors) {
    int middle = address.indexOf('=');
    if (middle < 1) {
      throw new SettingException("port", "is record:" + address + "; write record:FILE=ADDRESS");
    }
    var port = at(address.substring(middle + 1), baud, redactors);
    try {
      return new RecordedLinePort(port, Path.of(address.substring(0, middle)), redactors);
    } catch (UncheckedIOException unwritable) {
      throw new SettingException(
          "port",
          "is record:" + address + "; the file cannot be written: " + unwritable.getMessage());
    }
  }

  private static InetSocketAddress socket(String address) {
    var parts = SOCKET.matcher(address);
    if (!parts.matches()) {
      throw new SettingException("port", "is " + address + "; write tcp://host:port");
    }
    return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
