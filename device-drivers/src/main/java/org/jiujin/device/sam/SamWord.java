package org.jiujin.device.sam;

import java.util.Arrays;
import org.jiujin.device.Fault;

/// What SW3 says (devices reference, 3.5).
enum SamWord {
  OK(0x90, Fault.Code.DEVICE_FAILED),
  CARD_FOUND(0x9F, Fault.Code.DEVICE_FAILED),
  NO_CONTENT(0x91, Fault.Code.CARD_UNREADABLE),
  CHECKSUM_ERROR(0x10, Fault.Code.GARBLED_ANSWER),
  LENGTH_ERROR(0x11, Fault.Code.GARBLED_ANSWER),
  COMMAND_ERROR(0x21, Fault.Code.DEVICE_FAILED),
  NO_PERMISSION(0x23, Fault.Code.NOT_AUTHORISED),
  UNKNOWN_ERROR(0x24, Fault.Code.CARD_UNREADABLE),
  CARD_REJECTS_SAM(0x31, Fault.Code.CARD_NOT_GENUINE),
  SAM_REJECTS_CARD(0x32, Fault.Code.CARD_NOT_GENUINE),
  INFORMATION_NOT_VERIFIED(0x33, Fault.Code.CARD_NOT_GENUINE),
  CARD_TYPE_UNKNOWN(0x40, Fault.Code.CARD_UNKNOWN),
  READ_FAILED(0x41, Fault.Code.CARD_UNREADABLE),
  RANDOM_FAILED(0x47, Fault.Code.CARD_UNREADABLE),
  SELF_TEST_FAILED(0x60, Fault.Code.DEVICE_FAILED),
  SAM_NOT_AUTHORISED(0x66, Fault.Code.NOT_AUTHORISED),
  FIND_FAILED(0x80, Fault.Code.CARD_UNREADABLE),
  SELECT_FAILED(0x81, Fault.Code.CARD_UNREADABLE),
  /// Not in the table.
  UNLISTED(-1, Fault.Code.DEVICE_FAILED);

  private final int code;
  private final Fault.Code fault;

  SamWord(int code, Fault.Code fault) {
    this.code = code;
    this.fault = fault;
  }

  static SamWord of(int code) {
    return Arrays.stream(values()).filter(word -> word.code == code).findFirst().orElse(UNLISTED);
  }

  /// What it means where success was expected.
  Fault fault(String statusText) {
    return Fault.of(fault, "SW " + statusText);
  }

  /// Whether the reader rather than the card is to blame.
  boolean concernsReader() {
    return switch (fault) {
      case DEVICE_FAILED, NOT_AUTHORISED -> true;
      default -> false;
    };
  }
}
