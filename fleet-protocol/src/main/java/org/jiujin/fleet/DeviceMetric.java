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
  SINCE("since", DataType.DATE_TIME),
  /// How much paper is left, 0…100; of several kinds the one that ends first. Null when nobody knows.
  SUPPLY_PAPER_PCT("supply/paper_pct", DataType.INT32, true),
  /// For how many whole days the paper lasts, if it is used as lately. Null when nobody knows.
  SUPPLY_PAPER_DAYS_LEFT("supply/paper_days_left", DataType.INT32, true),
  /// Whether the paper's percentage was reckoned from what was printed, and not told by a sensor.
  SUPPLY_PAPER_ESTIMATED("supply/paper_estimated", DataType.BOOLEAN, true),
  /// One of [SupplyKind#word()]: what marks the paper; of several colours the one that ends first.
  SUPPLY_MARKER("supply/marker", DataType.STRING, true),
  /// As the device calls it.
  SUPPLY_MARKER_NAME("supply/marker_name", DataType.STRING, true),
  SUPPLY_MARKER_PCT("supply/marker_pct", DataType.INT32, true),
  SUPPLY_MARKER_DAYS_LEFT("supply/marker_days_left", DataType.INT32, true);

  private final String wireName;
  private final DataType type;
  private final boolean supply;

  DeviceMetric(String wireName, DataType type) {
    this(wireName, type, false);
  }

  DeviceMetric(String wireName, DataType type, boolean supply) {
    this.wireName = wireName;
    this.type = type;
    this.supply = supply;
  }

  /// The name on the wire.
  public String wireName() {
    return wireName;
  }

  /// The datatype in the birth.
  public DataType type() {
    return type;
  }

  /// Whether this tells of something that the device uses up. Most devices use up nothing, and are born without.
  public boolean isSupply() {
    return supply;
  }

  /// The metric with this name on the wire.
  public static Optional<DeviceMetric> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }
}
