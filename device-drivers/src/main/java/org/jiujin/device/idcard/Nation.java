package org.jiujin.device.idcard;

/// An ethnic group by GB/T 3304.
///
/// @param code two digits as on the card; empty when the card has none
/// @param name the Chinese name, 汉 for example; empty when the card has none or the code is unknown
/// @since 0.1
public record Nation(String code, String name) {
  /// For cards that say nothing about it.
  public static final Nation NONE = new Nation("", "");

  @Override
  public String toString() {
    return "Nation[masked]";
  }
}
