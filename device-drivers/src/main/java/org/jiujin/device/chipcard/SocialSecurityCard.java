package org.jiujin.device.chipcard;

import java.time.LocalDate;

/// A social-security card 社保卡 of generation 1, 2 or 3 (devices reference, 5.1).
///
/// Personal: [#toString()] shows the generation only.
///
/// @param recognitionCode 卡识别码, 32 hexadecimal digits
/// @param cardClass one character; empty when a card of generation 3 keeps it back
/// @param version of the specification: `1.00`, `2.00`, `3.00`
/// @param institution who initialised the card, as decimal digits; empty when a card of generation 3 keeps it back
/// @param cardNumber 社保卡卡号, a letter and eight digits for example
/// @param details what generation 3 hands out only after mutual proof
/// @since 0.2
public record SocialSecurityCard(
    Insertion insertion,
    String recognitionCode,
    String cardClass,
    String version,
    String institution,
    String cardNumber,
    Details details)
    implements ChipCard {
  /// Stands for a day that the card does not state.
  public static final LocalDate NO_DAY = LocalDate.MIN;

  /// Six digits of the region that issued the card.
  public String region() {
    return recognitionCode.substring(0, 6);
  }

  /// 1, 2 or 3; 0 when the version says none of them.
  public int generation() {
    char first = version.charAt(0);
    return first >= '1' && first <= '3' ? first - '0' : 0;
  }

  /// Whether days and holder could not be read without keys.
  public boolean fieldsLocked() {
    return !(details instanceof Details.Open);
  }

  @Override
  public String toString() {
    return "SocialSecurityCard[" + version + ", masked]";
  }

  /// Days of issue and expiry, and the holder.
  public sealed interface Details {
    /// Read.
    ///
    /// @param issued [SocialSecurityCard#NO_DAY] when the card does not say
    /// @param expires [SocialSecurityCard#NO_DAY] when the card does not say
    record Open(LocalDate issued, LocalDate expires, CardHolder holder) implements Details {}

    /// The card wants proof from a server's security module or from a PSAM; answer it with
    /// [ChipCardReader#unlock].
    record Locked(AuthChallenge challenge) implements Details {}

    /// The card keeps them back and gives no challenge either.
    record Withheld() implements Details {}
  }
}
