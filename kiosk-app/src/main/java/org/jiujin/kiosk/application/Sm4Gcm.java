package org.jiujin.kiosk.application;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// SM4 in GCM, of BouncyCastle's own API: no security provider is registered.
final class Sm4Gcm implements GcmCipher {
  private final KeyParameter key;

  Sm4Gcm(byte[] key) {
    this.key = new KeyParameter(key);
  }

  @Override
  public byte[] encrypt(byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return run(true, nonce, associated, plain);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e); // only decryption checks a tag
    }
  }

  @Override
  public Optional<byte[]> decrypt(byte[] nonce, byte[] associated, byte[] text) {
    try {
      return Optional.of(run(false, nonce, associated, text));
    } catch (InvalidCipherTextException _) {
      return Optional.empty();
    }
  }

  private byte[] run(boolean encrypt, byte[] nonce, byte[] associated, byte[] input)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(encrypt, new AEADParameters(key, TAG_BITS, nonce, associated));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int written = cipher.processBytes(input, 0, input.length, output, 0);
    cipher.doFinal(output, written);
    return output;
  }
}
