package org.jiujin.device.virtual.card;

/// A card with contacts, as a reader sees it: takes commands, gives answers.
public interface VirtualChipCard {
  /// What it says when it is powered (ISO 7816-3, 8). Must not be empty.
  byte[] answerToReset();

  /// Answers one command.
  ///
  /// @param command as it came over the contacts
  /// @return data and status word
  byte[] answer(byte[] command);

  /// Power was cut or the card was reset: everything that was selected or verified is forgotten.
  void reset();
}
