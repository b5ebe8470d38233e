package org.jiujin.device.printer;

/// A printer that counts the paper it moves. No receipt printer says how much is left on its roll; this is what it can be reckoned from.
///
/// @since 0.3
public interface PaperMeter {
  /// The length of paper printed since the device was opened, about: what the printer feeds when its button is pressed nobody counts.
  /// A print that may not have come out counts as printed. Never waits for the device.
  long printedMillimetres();

  /// The length of a new roll, as the device set says.
  int rollMetres();
}
