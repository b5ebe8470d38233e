package org.jiujin.kiosk.journey;

/// What went wrong when the card was last asked for.
public enum CardTrouble {
  NONE,
  /// No card was laid within the reader's limit.
  NOT_LAID,
  /// A card was there but could not be read.
  UNREADABLE,
  /// The card is past its last day.
  EXPIRED,
  /// The reader is away; it may come back by itself.
  READER_AWAY
}
