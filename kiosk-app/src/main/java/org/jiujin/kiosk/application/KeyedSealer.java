package org.jiujin.kiosk.application;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Seals with one algorithm and opens both, under keys derived from the root key.
final class KeyedSealer implements Sealer {
  private final SecureRandom random = new SecureRandom();
  private final String keyId;
  private final SealingAlgorithm algorithm;
  private final Map<SealingAlgorithm, GcmCipher> ciphers = new EnumMap<>(SealingAlgorithm.class);

  KeyedSealer(RootKey key, SealingAlgorithm algorithm) {
    this.keyId = key.id();
    this.algorithm = algorithm;
    for (SealingAlgorithm each : SealingAlgorithm.values()) {
      ciphers.put(each, cipher(each, key.derive("outbox " + each.name(), each.keyBytes())));
    }
  }

  private static GcmCipher cipher(SealingAlgorithm algorithm, byte[] key) {
    return switch (algorithm) {
      case AES_256_GCM -> new AesGcm(key);
      case SM4_GCM -> new Sm4Gcm(key);
    };
  }

  @Override
  public Sealed seal(byte[] plain, String context) {
    byte[] nonce = new byte[GcmCipher.NONCE_BYTES];
    random.nextBytes(nonce);
    return new Sealed(
        algorithm, keyId, nonce, of(algorithm).encrypt(nonce, associated(context, keyId), plain));
  }

  @Override
  public Unsealed open(Sealed sealed, String context) {
    if (!sealed.keyId().equals(keyId)) {
      return new Unsealed.Closed(StoreFault.KEY_OTHER);
    }
    if (sealed.nonce().length != GcmCipher.NONCE_BYTES) {
      return new Unsealed.Closed(StoreFault.SEAL_BROKEN);
    }
    return of(sealed.algorithm())
        .decrypt(sealed.nonce(), associated(context, keyId), sealed.bytes())
        .<Unsealed>map(Unsealed.Plain::new)
        .orElseGet(() -> new Unsealed.Closed(StoreFault.SEAL_BROKEN));
  }

  private GcmCipher of(SealingAlgorithm wanted) {
    return Objects.requireNonNull(ciphers.get(wanted));
  }

  /// Binds the sealed bytes to their place and their key: a row's bytes do not open in another row.
  private static byte[] associated(String context, String keyId) {
    return (context + '|' + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
