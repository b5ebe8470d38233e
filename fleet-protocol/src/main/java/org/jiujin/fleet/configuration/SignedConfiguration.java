package org.jiujin.fleet.configuration;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import org.jiujin.fleet.command.CommandSigner;

/// A configuration as it travels and as it is kept: its bytes, and a signature over words that say what it is and these bytes.
///
/// It is signed itself, and not only the command that brings it, so that it may come by any other way, and so that a terminal can
/// check at every start what lies on its disk.
///
/// @param configuration the bytes of a [Configuration]; never encoded again
/// @param keyId which key signed
/// @param algorithm a [org.jiujin.fleet.command.SignatureAlgorithm#word()]
/// @param signature empty when there is none
/// @since 0.1.0
public record SignedConfiguration(
    ByteString configuration, String keyId, String algorithm, ByteString signature) {
  private static final ByteString CONTEXT = ByteString.copyFromUtf8("jiujin configuration 1\n");

  /// Signs a configuration.
  ///
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public static SignedConfiguration of(Configuration configuration, CommandSigner signer)
      throws GeneralSecurityException {
    ByteString bytes = ConfigurationCodec.encode(configuration);
    return new SignedConfiguration(
        bytes, signer.keyId(), signer.algorithm().word(), signer.signature(signed(bytes)));
  }

  /// What the signature is over.
  static ByteString signed(ByteString configuration) {
    return CONTEXT.concat(configuration);
  }
}
