package org.jiujin.device.chipcard;

import java.security.cert.X509Certificate;

/// An agent's card by NIST SP 800-73-4 (PIV).
///
/// That it carries a certificate proves nothing yet: whoever relies on it checks the chain and has the card
/// [sign a challenge][ChipCardReader#sign].
///
/// @param cardholderId the card's GUID from its CHUID, 32 hexadecimal digits
/// @param certificate for PIV authentication, of the key in slot 9A
/// @param keyKind of that key
/// @since 0.2
public record AgentCard(
    Insertion insertion, String cardholderId, X509Certificate certificate, KeyKind keyKind)
    implements ChipCard {
  @Override
  public String toString() {
    return "AgentCard[" + keyKind + ", masked]";
  }

  /// The kinds of key that signing understands, by SP 800-78-4.
  public enum KeyKind {
    RSA_2048("SHA256withRSA"),
    EC_P256("SHA256withECDSA");

    private final String signature;

    KeyKind(String signature) {
      this.signature = signature;
    }

    /// The name for [java.security.Signature] to verify with.
    public String signature() {
      return signature;
    }
  }
}
