package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/// A signature as it came, to be checked against the keys of those who may command.
///
/// @param keyId which key is said to have signed
/// @param algorithm how it is said to be signed; the key decides, never the message
/// @param signature empty when there is none
/// @since 0.1.0
public record SignatureCheck(String keyId, String algorithm, ByteString signature) {
  /// Why these bytes are not to be believed; empty when the signature is good.
  public Optional<Refusal> refusal(ByteString bytes, TrustedKeys keys) {
    if (keys.isEmpty()) {
      return Optional.of(Refusal.NO_KEYS);
    }
    if (signature.isEmpty()) {
      return Optional.of(Refusal.UNSIGNED);
    }
    return keys.of(keyId).map(key -> refusal(bytes, key)).orElse(Optional.of(Refusal.UNKNOWN_KEY));
  }

  private Optional<Refusal> refusal(ByteString bytes, PublicKey key) {
    String ofKey = SignatureAlgorithm.of(key).map(SignatureAlgorithm::word).orElse("none of ours");
    if (!ofKey.equals(algorithm)) {
      return Optional.of(Refusal.WRONG_ALGORITHM);
    }
    try {
      Signature check = Signature.getInstance(ofKey);
      check.initVerify(key);
      check.update(bytes.asReadOnlyByteBuffer());
      return check.verify(signature.toByteArray())
          ? Optional.empty()
          : Optional.of(Refusal.BAD_SIGNATURE);
    } catch (NoSuchAlgorithmException _) {
      return Optional.of(Refusal.WRONG_ALGORITHM);
    } catch (GeneralSecurityException _) { // a signature that is not even of the right form
      return Optional.of(Refusal.BAD_SIGNATURE);
    }
  }
}
