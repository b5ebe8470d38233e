package org.jiujin.kiosk.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The terminal's root key, from which every other is derived (HKDF-SHA256). Secret: `toString` tells the id only.
final class RootKey {
  static final int BYTES = 32;

  private static final int ID_BYTES = 8;

  private final byte[] secret;
  private final String id;

  RootKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("A root key has 32 bytes");
    }
    this.secret = secret.clone();
    this.id = HexFormat.of().formatHex(derive("key id", ID_BYTES));
  }

  static RootKey random(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new RootKey(secret);
  }

  /// Tells keys apart and says nothing about them.
  String id() {
    return id;
  }

  byte[] secret() {
    return secret.clone();
  }

  /// A key for one purpose.
  byte[] derive(String purpose, int bytes) {
    try {
      var input =
          HKDFParameterSpec.ofExtract()
              .addIKM(new SecretKeySpec(secret, "Generic"))
              .thenExpand(("jiujin " + purpose).getBytes(StandardCharsets.US_ASCII), bytes);
      return KDF.getInstance("HKDF-SHA256").deriveData(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no HKDF-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "RootKey[" + id + "]";
  }
}
