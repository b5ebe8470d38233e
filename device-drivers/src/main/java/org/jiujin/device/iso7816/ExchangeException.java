package org.jiujin.device.iso7816;

import org.jiujin.device.Fault;

/// A command got no answer. Checked, and turned into an outcome before it leaves a driver.
public final class ExchangeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// @param detail a technical word for the log, never anything from a card
  public ExchangeException(Reason reason, String detail) {
    super(reason + " " + detail, null, false, false);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// What it means for whoever asked.
  public Fault fault() {
    return Fault.of(reason.code, String.valueOf(getMessage()));
  }

  /// Why a command got no answer.
  public enum Reason {
    /// The card was pulled, or another program had it reset.
    CARD_GONE(Fault.Code.CARD_UNREADABLE),
    /// The card does not react, or moves in its contacts.
    CARD_SILENT(Fault.Code.CARD_UNREADABLE),
    /// What came back is no answer of a card.
    GARBLED(Fault.Code.CARD_UNREADABLE),
    /// Another program holds the card.
    TAKEN(Fault.Code.PORT_REFUSED),
    /// The reader is not there any more.
    READER_GONE(Fault.Code.NOT_CONNECTED),
    /// The reader says that it is defective.
    READER_FAILED(Fault.Code.DEVICE_FAILED),
    /// The PC/SC service does not run, or was restarted.
    SERVICE_DOWN(Fault.Code.SERVICE_DOWN),
    /// Whoever asked does not want it any more; the command was not sent.
    CANCELLED(Fault.Code.CARD_UNREADABLE);

    private final Fault.Code code;

    Reason(Fault.Code code) {
      this.code = code;
    }

    /// Whether the card rather than the reader is to blame.
    public boolean concernsCard() {
      return code == Fault.Code.CARD_UNREADABLE;
    }
  }
}
