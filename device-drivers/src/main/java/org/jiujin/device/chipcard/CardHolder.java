package org.jiujin.device.chipcard;

import java.time.LocalDate;
import org.jiujin.device.idcard.IdentityCard.Sex;
import org.jiujin.device.idcard.Nation;

/// Whose social-security card it is.
///
/// Personal: masks itself. The texts go with the last reference to this record.
///
/// @param number the social-security number, which is the identity number
/// @param name with its extension, when the card has one
/// @param birthRegion six digits of the place of birth; may be shorter or empty, cards differ
/// @param birth [SocialSecurityCard#NO_DAY] when the card does not say
/// @since 0.2
public record CardHolder(
    String number, String name, Sex sex, Nation nation, String birthRegion, LocalDate birth) {
  @Override
  public String toString() {
    return "CardHolder[masked]";
  }
}
