package org.jiujin.agent.enrol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/// A request for a certificate: PKCS#10 (RFC 2986) in DER, signed with the key that the certificate is wanted for. Written by
/// hand, because it is sixty lines here and ten megabytes of library otherwise.
final class SigningRequest {
  /// Keys on P-256 sign so.
  static final String ALGORITHM = "SHA256withECDSA";

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int ATTRIBUTES = 0xa0;

  private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
  private static final byte[] ORGANISATIONAL_UNIT = {0x55, 0x04, 0x0b};
  private static final byte[] ECDSA_WITH_SHA256 = {
    0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };

  private SigningRequest() {}

  /// @param terminal the common name
  /// @param group the organisational unit: the county
  static byte[] of(KeyPair keys, String terminal, String group) throws GeneralSecurityException {
    byte[] wanted =
        der(
            SEQUENCE,
            der(INTEGER, new byte[1]), // version 1
            der(SEQUENCE, name(ORGANISATIONAL_UNIT, group), name(COMMON_NAME, terminal)),
            keys.getPublic().getEncoded(), // already a SubjectPublicKeyInfo
            der(ATTRIBUTES));
    Signature signing = Signature.getInstance(ALGORITHM);
    signing.initSign(keys.getPrivate());
    signing.update(wanted);
    return der(
        SEQUENCE,
        wanted,
        der(SEQUENCE, der(OBJECT_IDENTIFIER, ECDSA_WITH_SHA256)),
        der(BIT_STRING, new byte[1], signing.sign())); // no bits are unused
  }

  private static byte[] name(byte[] kind, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    return der(SET, der(SEQUENCE, der(OBJECT_IDENTIFIER, kind), der(UTF8_STRING, text)));
  }

  private static byte[] der(int tag, byte[]... parts) {
    var body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    var all = new ByteArrayOutputStream();
    all.write(tag);
    if (body.size() >= 0x100) {
      all.write(0x82); // two bytes of length follow: a request has a few hundred bytes
      all.write(body.size() >> 8);
    } else if (body.size() >= 0x80) {
      all.write(0x81);
    }
    all.write(body.size());
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }
}
