package org.jiujin.fleet.command;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// Commands and keys for tests.
final class Commands {
  static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");
  static final Command MESSAGE =
      new Command(
          "c-2026-11-23-0001",
          "GS-621121",
          "T621121001",
          "message",
          Map.of("text", "系统维护，请稍候。", "seconds", "20"),
          AT,
          AT.plusSeconds(600),
          "op-17");

  private Commands() {}

  static KeyPair keys(String curve) throws GeneralSecurityException {
    return keys(curve, KeyPairGenerator.getInstance("EC"));
  }

  static KeyPair keys(String curve, KeyPairGenerator generator) throws GeneralSecurityException {
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
