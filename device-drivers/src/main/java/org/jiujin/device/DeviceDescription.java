package org.jiujin.device;

import java.util.Set;

/// What a device is, for screens and for the fleet.
///
/// @param id the device's name on this terminal, `idcard` or `receipt` for example
/// @param model what answers on the other side, as far as the driver knows
/// @param simulated whether a virtual device stands behind the port; shown wherever the device is shown
/// @param capabilities what this device can do, so that nothing is assumed
/// @since 0.1
public record DeviceDescription(
    String id, Kind kind, String model, boolean simulated, Set<Capability> capabilities) {
  public DeviceDescription {
    capabilities = Set.copyOf(capabilities);
  }

  /// The class of a device.
  public enum Kind {
    IDENTITY_CARD_READER,
    CHIP_CARD_READER,
    CODE_SCANNER,
    DOCUMENT_CAMERA,
    FACE_CAMERA,
    RECEIPT_PRINTER,
    DOCUMENT_PRINTER,
    CABINET
  }

  /// Something one device of a kind can do and another can not.
  public enum Capability {
    /// Reads the address that was added to the chip after the card was made.
    NEWEST_ADDRESS,
    /// Hands over the photo as it is on the chip; there is no decoder for it.
    PHOTO_UNDECODED,
    /// Hands over the photo as a picture.
    PHOTO_DECODED,
    /// Says whether a card carries fingerprints. They are never kept.
    FINGERPRINT_PRESENCE,
    /// Tells its status at any moment, so that a finished print is known and not assumed.
    LIVE_STATUS,
    /// Has a sensor that sees the end of the roll coming.
    PAPER_NEAR_END,
    /// Has a sensor that sees whether printed paper was taken.
    PAPER_TAKEN,
    /// Draws QR codes itself.
    QR_CODE,
    /// Prints on paper of 58 mm, 32 columns; without this it is 80 mm, 48 columns.
    NARROW_PAPER,
    /// Prints rare characters too, drawn as pictures where the printer itself lacks them.
    RARE_CHARACTERS,
    /// Cuts the paper.
    CUTTER,
    /// Prints both sides of a sheet.
    DUPLEX,
    /// Prints in colour.
    COLOUR,
    /// Shows what it sees while a picture is being prepared.
    LIVE_PREVIEW,
    /// Reads bar codes, not only QR codes.
    BAR_CODES,
    /// Begins and ends to read when the driver says so, in place of reading all day.
    TRIGGER,
    /// Has a light that can be switched.
    LIGHT,
    /// Its status is that of its port: nobody can tell whether the device behind it is alive.
    PORT_STATUS_ONLY,
    /// Senses whether the cabinet's door is open.
    DOOR,
    /// Senses force against the cabinet.
    TAMPER,
    /// Senses the temperature in the cabinet.
    TEMPERATURE,
    /// Senses mains and battery.
    POWER_SUPPLY,
    /// Has a lamp or a buzzer that can be switched.
    LAMP_AND_BUZZER
  }
}
