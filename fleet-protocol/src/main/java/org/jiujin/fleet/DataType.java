package org.jiujin.fleet;

import java.util.Arrays;

/// The datatypes of Sparkplug B that stand in births, with their code on the wire.
///
/// Property sets and arrays (codes 20 and up) are not used by us and read as [#UNKNOWN].
///
/// @since 0.1.0
public enum DataType {
  UNKNOWN(0),
  INT8(1),
  INT16(2),
  INT32(3),
  INT64(4),
  UINT8(5),
  UINT16(6),
  UINT32(7),
  UINT64(8),
  FLOAT(9),
  DOUBLE(10),
  BOOLEAN(11),
  STRING(12),
  DATE_TIME(13),
  TEXT(14),
  UUID(15),
  DATA_SET(16),
  BYTES(17),
  FILE(18),
  TEMPLATE(19);

  private final int code;

  DataType(int code) {
    this.code = code;
  }

  /// The code on the wire.
  public int code() {
    return code;
  }

  static DataType of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst().orElse(UNKNOWN);
  }
}
