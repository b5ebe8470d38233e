package org.jiujin.kiosk.application;

/// How personal bytes are sealed. What was sealed with one opens after a change to the other.
public enum SealingAlgorithm {
  /// AES with a 256-bit key in GCM, of the JDK.
  AES_256_GCM(32),
  /// SM4 (GB/T 32907) in GCM, of BouncyCastle.
  SM4_GCM(16);

  private final int keyBytes;

  SealingAlgorithm(int keyBytes) {
    this.keyBytes = keyBytes;
  }

  int keyBytes() {
    return keyBytes;
  }
}
