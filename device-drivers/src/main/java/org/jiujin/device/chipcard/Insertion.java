package org.jiujin.device.chipcard;

/// One stay of one card in one reader, from being put in to being pulled.
///
/// What was begun with a card is never finished with another one: whoever comes back with an old insertion is told that
/// the card is gone.
///
/// @param number grows with each card, unique among all readers of this program
/// @since 0.2
public record Insertion(long number) {}
