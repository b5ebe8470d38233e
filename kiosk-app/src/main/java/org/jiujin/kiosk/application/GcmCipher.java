package org.jiujin.kiosk.application;

import java.util.Optional;

/// A block cipher in GCM with a tag of 128 bits behind the text.
interface GcmCipher {
  int NONCE_BYTES = 12;
  int TAG_BITS = 128;

  byte[] encrypt(byte[] nonce, byte[] associated, byte[] plain);

  /// Checks and decrypts.
  ///
  /// @return empty if text, nonce, associated bytes or key are not those of the encryption
  Optional<byte[]> decrypt(byte[] nonce, byte[] associated, byte[] text);
}
