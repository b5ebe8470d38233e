package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
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
    var check = new SignatureCheck(signed.keyId(), signed.algorithm(), signed.signature());
    return check
        .refusal(signed.command(), keys)
        .<Verdict>map(reason -> new Verdict.Refused(command.id(), reason))
        .orElse(new Verdict.Genuine(command));
  }
}
