package org.jiujin.device.modbus;

import java.util.Map;
import java.util.TreeMap;

/// The four tables of a board (Application Protocol V1.1b3, section 4.3).
enum Area {
  /// Bits that can be written.
  COIL,
  /// Bits that can only be read.
  DISCRETE,
  /// 16-bit words that can only be read.
  INPUT,
  /// 16-bit words that can be written.
  HOLDING;

  private static final Map<String, Area> WORDS =
      new TreeMap<>(Map.of("coil", COIL, "discrete", DISCRETE, "input", INPUT, "holding", HOLDING));

  static Area named(String word) {
    return WORDS.getOrDefault(word, DISCRETE);
  }

  boolean bits() {
    return this == COIL || this == DISCRETE;
  }
}
