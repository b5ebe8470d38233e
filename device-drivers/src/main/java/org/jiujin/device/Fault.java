package org.jiujin.device;

import java.util.Locale;

/// What is wrong with a device or with what was laid on it, and who can mend it.
///
/// @param detail a technical word for the log, a status byte for example; never anything personal, may be empty
/// @since 0.1
public record Fault(Code code, Mender mender, String detail) {
  /// The fault with the mender that its code usually has.
  public static Fault of(Code code) {
    return of(code, "");
  }

  /// The fault with the mender that its code usually has, and a technical word for the log.
  public static Fault of(Code code, String detail) {
    return new Fault(code, code.mender, detail);
  }

  /// The message key of a short text for people: `fault.paper-end` for example.
  public String textKey() {
    return "fault." + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Who can mend a fault.
  public enum Mender {
    /// The person at the screen: lay the card again.
    RESIDENT,
    /// Anybody on site with the key: paper, cover, cable.
    STAFF,
    /// Somebody who is sent.
    TECHNICIAN,
    /// Nobody needs to: the device is recovering by itself and will report again.
    RECOVERS
  }

  /// The stable name of a fault, for logs, the console, and the screen's short code.
  public enum Code {
    /// Just opened; nothing is known yet.
    STARTING(Mender.RECOVERS),
    /// The port is not there: pulled out, or switched off.
    NOT_CONNECTED(Mender.STAFF),
    /// The port is there but cannot be opened: no permission, or another program has it.
    PORT_REFUSED(Mender.TECHNICIAN),
    /// The port is open and the device is silent.
    NO_ANSWER(Mender.STAFF),
    /// What came back broke the protocol, a wrong checksum for example.
    GARBLED_ANSWER(Mender.RECOVERS),
    /// The device says that it is defective.
    DEVICE_FAILED(Mender.TECHNICIAN),
    /// The device refuses to work because it lacks an authorisation.
    NOT_AUTHORISED(Mender.TECHNICIAN),
    /// Another session holds the device.
    IN_USE(Mender.RECOVERS),
    /// The service of the operating system that the device hangs on does not run: pcscd, for example.
    SERVICE_DOWN(Mender.RECOVERS),
    /// The profile asks for something that this device cannot be.
    MISCONFIGURED(Mender.TECHNICIAN),

    /// The card moved away or could not be read; laying it again helps.
    CARD_UNREADABLE(Mender.RESIDENT),
    /// The card is of a kind that this reader does not know.
    CARD_UNKNOWN(Mender.RESIDENT),
    /// Card and reader do not accept each other's proof.
    CARD_NOT_GENUINE(Mender.STAFF),

    /// The roll ends soon.
    PAPER_NEAR_END(Mender.STAFF),
    /// There is no paper.
    PAPER_END(Mender.STAFF),
    /// The cover is open.
    COVER_OPEN(Mender.STAFF),
    /// The cutter is stuck.
    CUTTER_STUCK(Mender.STAFF),
    /// The print head is too hot and cools down.
    HEAD_HOT(Mender.RECOVERS),
    /// The printer is off line and does not say why.
    OFF_LINE(Mender.STAFF),
    /// Paper is stuck in the device.
    PAPER_JAM(Mender.STAFF),
    /// Printed paper was not taken and is in the way.
    PAPER_NOT_TAKEN(Mender.RESIDENT),
    /// The tray for printed sheets is full.
    OUTPUT_FULL(Mender.STAFF),
    /// Toner or ink ends soon.
    INK_LOW(Mender.STAFF),
    /// Toner or ink has ended.
    INK_END(Mender.STAFF),

    /// The camera gives no frame, or the same one for ever.
    NO_PICTURE(Mender.TECHNICIAN),

    /// The cabinet's door is open.
    DOOR_OPEN(Mender.STAFF),
    /// Somebody moves or opens the machine by force.
    TAMPERED(Mender.TECHNICIAN),
    /// Mains has failed; the battery feeds the terminal.
    ON_BATTERY(Mender.RECOVERS),
    /// The battery ends soon; the terminal must be shut down in order.
    BATTERY_LOW(Mender.STAFF),
    /// The cabinet is too hot.
    TOO_HOT(Mender.TECHNICIAN),
    /// The cabinet is too cold.
    TOO_COLD(Mender.TECHNICIAN);

    private final Mender mender;

    Code(Mender mender) {
      this.mender = mender;
    }

    /// Who usually mends this.
    public Mender mender() {
      return mender;
    }
  }
}
