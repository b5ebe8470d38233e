package org.jiujin.device.iso7816;

import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.ChipCard;

/// What reading a card's application came to.
public sealed interface CardReading {
  /// Read.
  record Read(ChipCard card) implements CardReading {}

  /// The card does not have this application.
  record OtherKind() implements CardReading {}

  /// It has, but could not be read.
  record Unreadable(Fault fault) implements CardReading {}
}
