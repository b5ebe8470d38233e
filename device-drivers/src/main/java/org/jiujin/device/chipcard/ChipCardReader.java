package org.jiujin.device.chipcard;

import java.time.Duration;
import java.util.function.Consumer;
import org.jiujin.device.Device;

/// Reads chip cards that people put in, and works with agents' cards.
///
/// A card stays in the reader as long as its holder lets it; what is asked of a card that was read names its
/// [Insertion], so that nothing goes to another one. Between two commands the card may be pulled at any moment.
///
/// @since 0.2
public interface ChipCardReader extends Device {
  /// Waits for a card and reads what it says without keys. A card that is in already is read at once. Blocks the caller,
  /// not the device. Interrupting the caller ends the wait like [#cancel()], and leaves the caller interrupted.
  ///
  /// @param patience how long to wait for a card; reading one that was found may take ten seconds more
  ChipCardOutcome read(Duration patience);

  /// Ends every [#read(Duration)]: one that waits for a card within half a second, one that reads it after the command
  /// under way, because a command that a card has begun must not be broken off.
  void cancel();

  /// Reads the rest of a social-security card after a security module worked on its [AuthChallenge].
  ///
  /// @param card as read, still in the reader, with [SocialSecurityCard.Details.Locked]
  /// @param proof the module's 16 bytes; copied
  /// @return the card with [SocialSecurityCard.Details.Open], or [ChipCardOutcome.Unreadable] with `NOT_AUTHORISED`
  ///     when the card did not accept the proof
  /// @throws IllegalArgumentException when the card is not locked or the proof has another size
  ChipCardOutcome unlock(SocialSecurityCard card, byte[] proof);

  /// Whether a card is in the reader; never waits.
  CardPresence presence();

  /// Calls the listener with the present state at once, on the caller's thread, and from then on with each change, on the
  /// device's lane thread: no later than 100 ms after the reader's driver knows it. A listener must return quickly.
  Subscription subscribePresence(Consumer<CardPresence> listener);

  /// How the card stands to its PIN. Costs no try.
  PinState pinState(AgentCard card);

  /// Shows the PIN to the card, once. A wrong one costs a try, so this is never repeated by itself.
  PinOutcome verify(AgentCard card, Pin pin);

  /// Lets the card sign a challenge with its authentication key.
  ///
  /// @param challenge what is signed, hashed with SHA-256 on the way; copied
  SignOutcome sign(AgentCard card, byte[] challenge);
}
