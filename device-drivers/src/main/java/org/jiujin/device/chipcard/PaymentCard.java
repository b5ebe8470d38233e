package org.jiujin.device.chipcard;

import java.time.YearMonth;

/// A bank card. The whole number never leaves the driver.
///
/// @param maskedNumber the first six digits, asterisks, the last four
/// @param expires the last month of validity
/// @since 0.2
public record PaymentCard(Insertion insertion, String maskedNumber, YearMonth expires)
    implements ChipCard {
  /// @throws IllegalArgumentException when the number is not masked
  public PaymentCard {
    if (!maskedNumber.matches("\\d{6}\\*+\\d{4}")) {
      throw new IllegalArgumentException("a payment card's number must be masked");
    }
  }

  /// The first six digits, which name the bank.
  public String bank() {
    return maskedNumber.substring(0, 6);
  }

  /// The last four digits, by which people know their card.
  public String lastDigits() {
    return maskedNumber.substring(maskedNumber.length() - 4);
  }

  @Override
  public String toString() {
    return "PaymentCard[masked]";
  }
}
