package org.jiujin.device.iso7816;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jiujin.device.chipcard.AgentCard.KeyKind;

/// What the data objects of a PIV card say (SP 800-73-4 part 1, appendix A).
final class PivObjects {
  private static final int GUID_BYTES = 16;
  private static final int MOST_CERTIFICATE_BYTES = 16_384;

  private PivObjects() {}

  /// The GUID in the card holder unique identifier, as hexadecimal digits.
  static Optional<String> cardholderId(byte[] object) {
    return Tlv.find(object, 0x53, 0x34)
        .filter(guid -> guid.length == GUID_BYTES)
        .map(guid -> HexFormat.of().withUpperCase().formatHex(guid));
  }

  /// The certificate in a certificate container, compressed or not.
  static Optional<X509Certificate> certificate(byte[] object) {
    boolean compressed =
        Tlv.find(object, 0x53, 0x71)
            .filter(information -> information.length > 0 && (information[0] & 1) != 0)
            .isPresent();
    return Tlv.find(object, 0x53, 0x70)
        .flatMap(bytes -> compressed ? expanded(bytes) : Optional.of(bytes))
        .flatMap(PivObjects::parsed);
  }

  /// The kind of a key; empty for one that this house does not sign with.
  static Optional<KeyKind> kind(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() == 2048 ->
          Optional.of(KeyKind.RSA_2048);
      case ECPublicKey ec when ec.getParams().getOrder().bitLength() == 256 ->
          Optional.of(KeyKind.EC_P256);
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> expanded(byte[] bytes) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var plain = in.readNBytes(MOST_CERTIFICATE_BYTES);
      return in.read() < 0 ? Optional.of(plain) : Optional.empty();
    } catch (IOException notCompressed) {
      return Optional.empty();
    }
  }

  private static Optional<X509Certificate> parsed(byte[] bytes) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
      return Optional.of((X509Certificate) certificate);
    } catch (CertificateException notOne) {
      return Optional.empty();
    }
  }
}
