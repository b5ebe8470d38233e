package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of Sparkplug B messages that pass between terminals and console.
///
/// @since 0.1.0
public enum MessageType {
  /// A node says that it is there, and everything it will ever report.
  NBIRTH(false),
  /// A node is gone; sent by itself or, as its will, by the broker.
  NDEATH(false),
  /// Values of a node that changed.
  NDATA(false),
  /// A command to a node.
  NCMD(false),
  /// A device is there.
  DBIRTH(true),
  /// A device is gone.
  DDEATH(true),
  /// Values of a device that changed.
  DDATA(true),
  /// A command to a device.
  DCMD(true);

  private final boolean ofDevice;

  MessageType(boolean ofDevice) {
    this.ofDevice = ofDevice;
  }

  /// Whether the topic names a device.
  public boolean ofDevice() {
    return ofDevice;
  }

  /// Whether this is NBIRTH or DBIRTH.
  public boolean isBirth() {
    return this == NBIRTH || this == DBIRTH;
  }

  /// Whether this is NDATA or DDATA.
  public boolean isData() {
    return this == NDATA || this == DDATA;
  }

  /// Whether this is NCMD or DCMD.
  public boolean isCommand() {
    return this == NCMD || this == DCMD;
  }

  static Optional<MessageType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.name().equals(text)).findFirst();
  }
}
