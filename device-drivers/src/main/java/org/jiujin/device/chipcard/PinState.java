package org.jiujin.device.chipcard;

import org.jiujin.device.Fault;

/// How a card stands to its PIN.
///
/// @since 0.2
public sealed interface PinState {
  /// It was verified in this session.
  record Verified() implements PinState {}

  /// It has to be shown.
  record TriesLeft(int count) implements PinState {}

  /// Too many wrong ones were shown.
  record Blocked() implements PinState {}

  /// The card is gone.
  record Removed() implements PinState {}

  /// The card or the reader did not answer as it should.
  record Failed(Fault fault) implements PinState {}
}
