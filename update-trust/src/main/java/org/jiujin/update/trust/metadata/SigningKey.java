package org.jiujin.update.trust.metadata;

import java.security.KeyPair;
import java.security.PrivateKey;

/// A key that signs metadata, with its public half.
public record SigningKey(VerifyingKey verifying, PrivateKey secret) {
  /// Both halves of a pair.
  ///
  /// @throws IllegalArgumentException if the pair cannot be used with the scheme
  public static SigningKey of(Scheme scheme, KeyPair pair) {
    return new SigningKey(new VerifyingKey(scheme, pair.getPublic()), pair.getPrivate());
  }

  byte[] sign(byte[] message) {
    return verifying.scheme().sign(secret, message);
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifying.id() + "]";
  }
}
