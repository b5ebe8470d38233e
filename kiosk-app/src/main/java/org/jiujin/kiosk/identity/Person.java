package org.jiujin.kiosk.identity;

import java.time.LocalDate;

/// A resident, as the identity card says. Personal: [#toString] shows no more than the screen may.
///
/// @param name as printed, never trimmed inside
/// @param number the card's number
/// @param sex 男 or 女, or what the card says instead
/// @param nation nation in words, 汉 for example; empty where the card has none
/// @param birth day of birth
/// @param address the newest address on the card; empty where the card has none
/// @param issuer the authority that issued the card; empty where the card has none
/// @param validTo last day of validity, or [LocalDate#MAX] for 长期
public record Person(
    String name,
    PersonalNumber number,
    String sex,
    String nation,
    LocalDate birth,
    String address,
    String issuer,
    LocalDate validTo) {

  private static final int SHOWN_OF_ADDRESS = 6;

  /// The name with all but its first character hidden, as in 测**.
  public String maskedName() {
    int characters = name.codePointCount(0, name.length());
    if (characters < 2) {
      return "*";
    }
    return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(characters - 1);
  }

  /// The address with all but its first six characters hidden.
  public String maskedAddress() {
    return address.length() <= SHOWN_OF_ADDRESS
        ? address
        : address.substring(0, SHOWN_OF_ADDRESS) + "********";
  }

  /// Whether the card is past its last day.
  public boolean cardExpired(LocalDate today) {
    return today.isAfter(validTo);
  }

  @Override
  public String toString() {
    return "Person[" + maskedName() + " " + number.masked() + "]";
  }
}
