package org.jiujin.device.chipcard;

import org.jiujin.device.Fault;

/// How asking a card for a signature ended.
///
/// @since 0.2
public sealed interface SignOutcome {
  /// Signed.
  ///
  /// @param signature over the challenge, to be verified with [AgentCard.KeyKind#signature()]
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Signed(byte[] signature) implements SignOutcome {}

  /// The PIN has to be shown first.
  record PinNeeded() implements SignOutcome {}

  /// The card is gone. A signature that it may have made is lost and of no use to anybody.
  record Removed() implements SignOutcome {}

  /// The card or the reader did not answer as it should.
  record Failed(Fault fault) implements SignOutcome {}
}
