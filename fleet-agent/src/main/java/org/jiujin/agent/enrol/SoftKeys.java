package org.jiujin.agent.enrol;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// Keys on P-256 in a file: PKCS#8, and the public half beside it.
final class SoftKeys implements TerminalKeys {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  @Override
  public KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  @Override
  public String written(KeyPair keys) {
    return Pem.write(PRIVATE, keys.getPrivate().getEncoded())
        + Pem.write(PUBLIC, keys.getPublic().getEncoded());
  }

  @Override
  public KeyPair read(String text) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("EC");
    try {
      PrivateKey key =
          factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.only(Pem.read(text, PRIVATE))));
      PublicKey half =
          factory.generatePublic(new X509EncodedKeySpec(Pem.only(Pem.read(text, PUBLIC))));
      if (!belong(key, half)) {
        throw new InvalidKeySpecException("two halves of different keys");
      }
      return new KeyPair(half, key);
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("not a key of ours", e);
    }
  }

  private static boolean belong(PrivateKey key, PublicKey half) throws GeneralSecurityException {
    byte[] probe = {1};
    Signature signing = Signature.getInstance(SigningRequest.ALGORITHM);
    signing.initSign(key);
    signing.update(probe);
    byte[] signature = signing.sign();
    signing.initVerify(half);
    signing.update(probe);
    return signing.verify(signature);
  }
}
