package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.jiujin.fleet.MalformedMessageException;

/// The terminal's side: tells whether bytes from the broker are a command of somebody who may command. Thread-safe.
///
/// Neither whom it is for nor when it is valid is looked at.
///
/// @since 0.1.0
public final class CommandVerifier {
  private CommandVerifier() {}

  /// What the bytes are.
  public sealed interface Verdict {
    /// A command, signed with a key that is trusted.
    record Genuine(Command command) implements Verdict {}

    /// Anything else.
    ///
    /// @param id the id that it claims, or empty; nobody vouches for it
    record Refused(String id, Refusal reason) implements Verdict {}
  }

  /// Checks the bytes of a [SignedCommand].
  public static Verdict verify(ByteString bytes, TrustedKeys keys) {
    SignedCommand signed;
    Command command;
    try {
      signed = CommandCodec.decodeSigned(bytes);
      command = CommandCodec.decode(signed.command());
    } catch (MalformedMessageException _) {
      return new Verdict.Refused("", Refusal.UNREADABLE);
    }
    return refusal(signed, keys)
        .<Verdict>map(reason -> new Verdict.Refused(command.id(), reason))
        .orElse(new Verdict.Genuine(command));
  }

  private static Optional<Refusal> refusal(SignedCommand signed, TrustedKeys keys) {
    if (keys.isEmpty()) {
      return Optional.of(Refusal.NO_KEYS);
    }
    if (signed.signature().isEmpty()) {
      return Optional.of(Refusal.UNSIGNED);
    }
    return keys.of(signed.keyId())
        .map(key -> refusal(signed, key))
        .orElse(Optional.of(Refusal.UNKNOWN_KEY));
  }

  private static Optional<Refusal> refusal(SignedCommand signed, PublicKey key) {
    String algorithm =
        SignatureAlgorithm.of(key).map(SignatureAlgorithm::word).orElse("none of ours");
    if (!algorithm.equals(signed.algorithm())) { // the key decides, never the message
      return Optional.of(Refusal.WRONG_ALGORITHM);
    }
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(signed.command().asReadOnlyByteBuffer());
      return signature.verify(signed.signature().toByteArray())
          ? Optional.empty()
          : Optional.of(Refusal.BAD_SIGNATURE);
    } catch (NoSuchAlgorithmException _) {
      return Optional.of(Refusal.WRONG_ALGORITHM);
    } catch (GeneralSecurityException _) { // a signature that is not even of the right form
      return Optional.of(Refusal.BAD_SIGNATURE);
    }
  }
}
