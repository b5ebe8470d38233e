package org.jiujin.device.chipcard;

import org.jiujin.device.Fault;

/// How showing a PIN to a card ended.
///
/// @since 0.2
public sealed interface PinOutcome {
  /// The card accepts it; it signs until it is pulled or another program resets it.
  record Verified() implements PinOutcome {}

  /// The card does not accept it.
  ///
  /// @param triesLeft more wrong ones block the card; 0 when this one did
  record Wrong(int triesLeft) implements PinOutcome {}

  /// Too many wrong ones were shown before; this one was not looked at.
  record Blocked() implements PinOutcome {}

  /// The card was gone before the PIN was shown; no try was lost.
  record Removed() implements PinOutcome {}

  /// The card or the reader was lost while the PIN was shown: a try may or may not have counted. Ask with
  /// [ChipCardReader#pinState] before another is spent.
  record Uncertain(Fault fault) implements PinOutcome {}

  /// The PIN was not shown, or the card refused to look at it; no try was lost.
  record Failed(Fault fault) implements PinOutcome {}
}
