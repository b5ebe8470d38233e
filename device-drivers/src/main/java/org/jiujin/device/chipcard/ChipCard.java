package org.jiujin.device.chipcard;

/// A card that was recognised and read.
///
/// @since 0.2
public sealed interface ChipCard permits SocialSecurityCard, PaymentCard, AgentCard {
  /// The stay of the card that this was read in.
  Insertion insertion();
}
