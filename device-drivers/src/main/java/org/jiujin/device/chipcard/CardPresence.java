package org.jiujin.device.chipcard;

/// Whether a card is in the reader. A reader that does not work has none: what must end with the card ends then too.
///
/// @since 0.2
public sealed interface CardPresence {
  /// No card.
  record Absent() implements CardPresence {}

  /// A card, of whatever kind.
  record Present(Insertion insertion) implements CardPresence {}
}
