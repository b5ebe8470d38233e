package org.jiujin.device.line;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jiujin.device.SettingException;

/// Finds the port that an address of [org.jiujin.device.DevicePort] means.
public final class LinePorts {
  private static final String TCP = "tcp://";
  private static final Pattern SOCKET =
      Pattern.compile("tcp://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");

  private LinePorts() {}

  /// A serial port by its path, or a socket by `tcp://host:port`. The port need not exist yet.
  ///
  /// @param baud bits per second of a serial port; a socket has none
  /// @throws SettingException when the address is neither
  public static LinePort at(String address, int baud) {
    if (address.startsWith(TCP)) {
      return new TcpLinePort(socket(address));
    }
    if (address.matches("[a-z][a-z0-9]*:.*")) {
      throw new SettingException(
          "port", "is " + address + "; write the path of a serial port, or tcp://host:port");
    }
    return new SerialLinePort(Path.of(address), baud);
  }

  private static InetSocketAddress socket(String address) {
    var parts = SOCKET.matcher(address);
    if (!parts.matches()) {
      throw new SettingException("port", "is " + address + "; write tcp://host:port");
    }
    return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
