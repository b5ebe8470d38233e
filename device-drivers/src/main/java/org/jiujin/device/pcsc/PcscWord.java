package org.jiujin.device.pcsc;

import java.util.Arrays;
import java.util.Optional;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.ExchangeException.Reason;

/// What the service answers instead of success (pcsclite.h), and what that means.
enum PcscWord {
  /// The context went away with the service that gave it.
  E_INVALID_HANDLE(0x80100003, Reason.SERVICE_DOWN),
  /// The line to the service broke.
  F_COMM_ERROR(0x80100013, Reason.SERVICE_DOWN),
  E_NO_SERVICE(0x8010001D, Reason.SERVICE_DOWN),
  E_SERVICE_STOPPED(0x8010001E, Reason.SERVICE_DOWN),
  E_UNKNOWN_READER(0x80100009, Reason.READER_GONE),
  E_READER_UNAVAILABLE(0x80100017, Reason.READER_GONE),
  E_NO_READERS_AVAILABLE(0x8010002E, Reason.READER_GONE),
  E_SHARING_VIOLATION(0x8010000B, Reason.TAKEN),
  W_UNRESPONSIVE_CARD(0x80100066, Reason.CARD_SILENT),
  W_UNPOWERED_CARD(0x80100067, Reason.CARD_SILENT),
  E_TIMEOUT(0x8010000A, Reason.CARD_SILENT),
  E_NOT_TRANSACTED(0x80100016, Reason.CARD_SILENT),
  E_COMM_DATA_LOST(0x8010002F, Reason.CARD_SILENT),
  E_PROTO_MISMATCH(0x8010000F, Reason.CARD_SILENT),
  E_INSUFFICIENT_BUFFER(0x80100008, Reason.GARBLED),
  E_NO_SMARTCARD(0x8010000C, Reason.CARD_GONE),
  /// Another program had it reset: what it had verified is forgotten.
  W_RESET_CARD(0x80100068, Reason.CARD_GONE),
  W_REMOVED_CARD(0x80100069, Reason.CARD_GONE);

  static final int OK = 0;

  private final int code;
  private final Reason reason;

  PcscWord(int code, Reason reason) {
    this.code = code;
    this.reason = reason;
  }

  int code() {
    return code;
  }

  /// What an answer other than [#OK] is thrown as.
  static ExchangeException exception(int code) {
    return exception(
        Arrays.stream(values()).filter(word -> word.code == code).findFirst(),
        "%08X".formatted(code));
  }

  /// The same for the name by which javax.smartcardio calls it, `SCARD_E_NO_SERVICE` for example.
  static ExchangeException exception(String name) {
    return exception(
        Arrays.stream(values()).filter(word -> name.equals("SCARD_" + word.name())).findFirst(),
        name);
  }

  private static ExchangeException exception(Optional<PcscWord> word, String unlisted) {
    return new ExchangeException(
        word.map(known -> known.reason).orElse(Reason.READER_FAILED),
        word.map(Enum::name).orElse(unlisted));
  }
}
