package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/// The console's side: signs commands with one key, which may live in a module of its own. Thread-safe.
///
/// @param key for the JCA
/// @param keyId under which terminals know the public key
/// @since 0.1.0
public record CommandSigner(PrivateKey key, String keyId, SignatureAlgorithm algorithm) {
  /// @throws IllegalArgumentException if the key id cannot be one
  public CommandSigner {
    if (!Command.isId(keyId)) {
      throw new IllegalArgumentException("not a key id");
    }
  }

  /// Signs a command.
  ///
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public SignedCommand sign(Command command) throws GeneralSecurityException {
    ByteString bytes = CommandCodec.encode(command);
    return new SignedCommand(bytes, keyId, algorithm.word(), signature(bytes));
  }

  /// Signs any bytes. What is not a command has to begin with words that say what it is, so that one is never taken for the other.
  ///
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public ByteString signature(ByteString bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.word());
    signature.initSign(key);
    signature.update(bytes.asReadOnlyByteBuffer());
    return ByteString.copyFrom(signature.sign());
  }

  /// Does not name the key.
  @Override
  public String toString() {
    return "CommandSigner[" + keyId + ", " + algorithm.word() + "]";
  }
}
