package org.jiujin.device.idcard;

import org.jiujin.device.Fault;

/// How waiting for a card ended.
///
/// @since 0.1
public sealed interface CardOutcome {
  /// The card was read whole.
  record Read(IdentityCard card) implements CardOutcome {}

  /// No card was laid in time, or it was read before and has not been lifted since.
  record NoCard() implements CardOutcome {}

  /// A card is there but could not be read; the fault says whether laying it again helps.
  record Unreadable(Fault fault) implements CardOutcome {}

  /// The reader does not work.
  record Failed(Fault fault) implements CardOutcome {}

  /// The wait was ended.
  record Cancelled() implements CardOutcome {}
}
