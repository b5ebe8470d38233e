package org.jiujin.device.virtual;

/// What can be wrong with a virtual card reader.
public enum Misbehaviour {
  NONE(0, 0),
  /// Every answer has a wrong checksum.
  WRONG_CHECKSUM(0, 0),
  /// Never answers.
  MUTE(0, 0),
  /// Finds the card and falls silent over it.
  MUTE_WHILE_READING(0, 0),
  /// Noise before each answer, among it half a preamble.
  NOISE(0, 0),
  /// Each byte by itself.
  BYTE_BY_BYTE(0, 0),
  /// The last three bytes of each answer are missing.
  CUT_SHORT(0, 0),
  /// The card moves away while it is selected.
  SELECT_FAILS(0x2002, 0x81),
  /// The card moves away while it is read.
  READ_FAILS(0x3001, 0x41),
  /// The card moves away after its text was read.
  ADDRESS_FAILS(0x3003, 0x41),
  /// An old reader that does not know the added address.
  ADDRESS_UNKNOWN(0x3003, 0x21),
  /// A reader that cannot hand over fingerprints.
  FINGERPRINTS_UNKNOWN(0x3010, 0x21),
  /// A card of another kind.
  CARD_TYPE_UNKNOWN(0x2002, 0x40),
  /// The card's proof is not accepted.
  CARD_NOT_GENUINE(0x2002, 0x32),
  /// The module is defective.
  SELF_TEST_FAILED(-1, 0x60),
  /// The module has no licence.
  NOT_AUTHORISED(-1, 0x66);

  private static final int EVERY_COMMAND = -1;

  private final int command;
  private final int word;

  Misbehaviour(int command, int word) {
    this.command = command;
    this.word = word;
  }

  boolean spoils(int code) {
    return word != 0 && (command == EVERY_COMMAND || command == code);
  }

  int word() {
    return word;
  }
}
