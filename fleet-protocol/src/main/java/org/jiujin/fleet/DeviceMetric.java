package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Optional;

/// What a terminal reports about each attached device.
///
/// @since 0.1.0
public enum DeviceMetric {
  /// One of [DeviceState#word()].
  STATE("state", DataType.STRING),
  /// The code of the fault, or empty.
  FAULT("fault", DataType.STRING),
  /// One of [Mend#word()]: who can mend the fault.
  MEND("mend", DataType.STRING),
  /// The class of device, `identity-card-reader` for example.
  KIND("kind", DataType.STRING),
  MODEL("model", DataType.STRING),
  SIMULATED("simulated", DataType.BOOLEAN),
  /// Since when the state holds.
  SINCE("since", DataType.DATE_TIME);

  private final String wireName;
  private final DataType type;

  DeviceMetric(String wireName, DataType type) {
    this.wireName = wireName;
    this.type = type;
  }

  /// The name on the wire.
  public String wireName() {
    return wireName;
  }

  /// The datatype in the birth.
  public DataType type() {
    return type;
  }

  /// The metric with this name on the wire.
  public static Optional<DeviceMetric> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }
}
