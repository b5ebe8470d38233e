package org.jiujin.device.chipcard;

import org.jiujin.device.Fault;

/// How waiting for a chip card ended.
///
/// @since 0.2
public sealed interface ChipCardOutcome {
  /// The card was read.
  record Read(ChipCard card) implements ChipCardOutcome {}

  /// No card was put in in time.
  record NoCard() implements ChipCardOutcome {}

  /// A card is there, or was, but could not be read; the fault says whether putting it in again helps.
  record Unreadable(Fault fault) implements ChipCardOutcome {}

  /// The reader does not work.
  record Failed(Fault fault) implements ChipCardOutcome {}

  /// The wait was ended.
  record Cancelled() implements ChipCardOutcome {}
}
