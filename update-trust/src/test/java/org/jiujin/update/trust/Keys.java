package org.jiujin.update.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.jiujin.update.trust.metadata.Scheme;
import org.jiujin.update.trust.metadata.SigningKey;

/// Fresh keys for tests.
public final class Keys {
  private Keys() {}

  /// An Ed25519 key.
  public static SigningKey fresh() {
    return fresh(Scheme.ED25519);
  }

  /// A key for a scheme.
  public static SigningKey fresh(Scheme scheme) {
    try {
      return SigningKey.of(scheme, generator(scheme).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPairGenerator generator(Scheme scheme) throws GeneralSecurityException {
    return switch (scheme) {
      case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
      case ECDSA_P256 -> {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        yield generator;
      }
      case RSA_PSS -> {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        yield generator;
      }
    };
  }
}
