package org.jiujin.device.virtual.card;

/// What can be wrong with a card in a virtual slot.
public enum SlotMisbehaviour {
  NONE,
  /// The card answers no command.
  MUTE,
  /// The card takes a third of a second for every answer.
  SLOW,
  /// Answers lose their last three bytes, if they have that many.
  CUT_SHORT,
  /// Every answer is one byte.
  ONE_BYTE,
  /// Every command is refused.
  REFUSES
}
