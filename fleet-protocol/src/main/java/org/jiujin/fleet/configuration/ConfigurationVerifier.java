package org.jiujin.fleet.configuration;

import com.google.protobuf.ByteString;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.SignatureCheck;
import org.jiujin.fleet.command.TrustedKeys;

/// The terminal's side: tells whether bytes are a configuration of somebody who may command. Thread-safe.
///
/// Neither whom it is for, nor its version, nor its settings are looked at.
///
/// @since 0.1.0
public final class ConfigurationVerifier {
  private ConfigurationVerifier() {}

  /// What the bytes are.
  public sealed interface Verdict {
    /// A configuration, signed with a key that is trusted.
    record Genuine(Configuration configuration) implements Verdict {}

    /// Anything else.
    record Refused(Refusal reason) implements Verdict {}
  }

  /// Checks the bytes of a [SignedConfiguration].
  public static Verdict verify(ByteString bytes, TrustedKeys keys) {
    SignedConfiguration signed;
    Configuration configuration;
    try {
      signed = ConfigurationCodec.decodeSigned(bytes);
      configuration = ConfigurationCodec.decode(signed.configuration());
    } catch (MalformedMessageException _) {
      return new Verdict.Refused(Refusal.UNREADABLE);
    }
    return new SignatureCheck(signed.keyId(), signed.algorithm(), signed.signature())
        .refusal(SignedConfiguration.signed(signed.configuration()), keys)
        .<Verdict>map(Verdict.Refused::new)
        .orElse(new Verdict.Genuine(configuration));
  }
}
