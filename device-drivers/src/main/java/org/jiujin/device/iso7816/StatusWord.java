package org.jiujin.device.iso7816;

import org.jiujin.device.Fault;

/// The two bytes that end every answer of a card (ISO 7816-4, 5.6; devices reference, 5.1).
///
/// @param value both bytes
public record StatusWord(int value) {
  static final StatusWord OK = new StatusWord(0x9000);
  static final StatusWord SECURITY_NOT_SATISFIED = new StatusWord(0x6982);
  static final StatusWord AUTHENTICATION_BLOCKED = new StatusWord(0x6983);
  static final StatusWord CONDITIONS_NOT_SATISFIED = new StatusWord(0x6985);
  static final StatusWord FILE_NOT_FOUND = new StatusWord(0x6A82);
  static final StatusWord RECORD_NOT_FOUND = new StatusWord(0x6A83);
  static final StatusWord DATA_NOT_FOUND = new StatusWord(0x6A88);

  /// Done.
  public boolean ok() {
    return equals(OK);
  }

  /// More of the answer waits: 61xx.
  boolean moreWaits() {
    return value >> 8 == 0x61;
  }

  /// The expected length was wrong: 6Cxx.
  boolean wrongLength() {
    return value >> 8 == 0x6C;
  }

  /// The length that 61xx and 6Cxx name.
  int length() {
    int low = value & 0xFF;
    return low == 0 ? Apdu.ANY_LENGTH : low;
  }

  /// Whether this says how many tries are left: 63Cx.
  boolean tellsTries() {
    return (value & 0xFFF0) == 0x63C0;
  }

  /// The tries that 63Cx says are left.
  int triesLeft() {
    return value & 0xF;
  }

  /// Whether what was asked for is not on the card.
  boolean notFound() {
    return equals(FILE_NOT_FOUND) || equals(RECORD_NOT_FOUND) || equals(DATA_NOT_FOUND);
  }

  /// What it means where success was expected.
  public Fault fault() {
    return Fault.of(Fault.Code.CARD_UNREADABLE, toString());
  }

  @Override
  public String toString() {
    return "SW %04X".formatted(value);
  }
}
