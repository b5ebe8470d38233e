package org.jiujin.console.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What is kept instead of a claim code and of a key.
final class Hashes {
  private Hashes() {}

  static String ofCode(String terminal, String code) {
    return sha256((terminal + ":" + code).getBytes(StandardCharsets.UTF_8));
  }

  static String ofKey(byte[] subjectPublicKeyInfo) {
    return sha256(subjectPublicKeyInfo);
  }

  /// Takes as long, wherever the two differ.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
