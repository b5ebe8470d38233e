package org.jiujin.device.virtual.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;

/// A self-signed certificate for an agent who does not exist (RFC 5280, 4.1). The JDK reads certificates but makes none.
final class VirtualCertificate {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8 = 0x0C;
  private static final int UTC_TIME = 0x17;
  private static final byte[] COMMON_NAME = hex("0603550403");
  private static final byte[] SHA256_WITH_RSA = hex("300D06092A864886F70D01010B0500");
  private static final byte[] SHA256_WITH_ECDSA = hex("300A06082A8648CE3D040302");

  private VirtualCertificate() {}

  /// The certificate's bytes, DER.
  static byte[] of(KeyPair keys, String name) throws GeneralSecurityException {
    boolean rsa = keys.getPublic().getAlgorithm().equals("RSA");
    var algorithm = rsa ? SHA256_WITH_RSA : SHA256_WITH_ECDSA;
    var subject =
        der(
            SEQUENCE,
            der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, name.getBytes(StandardCharsets.UTF_8)))));
    var toBeSigned =
        der(
            SEQUENCE,
            der(INTEGER, new byte[] {1}),
            algorithm,
            subject,
            der(SEQUENCE, time("250101000000Z"), time("450101000000Z")),
            subject,
            keys.getPublic().getEncoded());
    var signer = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
    signer.initSign(keys.getPrivate());
    signer.update(toBeSigned);
    return der(SEQUENCE, toBeSigned, algorithm, der(BIT_STRING, new byte[] {0}, signer.sign()));
  }

  private static byte[] time(String digits) {
    return der(UTC_TIME, digits.getBytes(StandardCharsets.US_ASCII));
  }

  /// DER and BER-TLV write tag and length alike.
  private static byte[] der(int tag, byte[]... parts) {
    var value = new ByteArrayOutputStream();
    for (var part : parts) {
      value.writeBytes(part);
    }
    return CardAnswer.object(tag, value.toByteArray());
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
