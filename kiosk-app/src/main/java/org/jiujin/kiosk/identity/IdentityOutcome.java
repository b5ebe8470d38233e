package org.jiujin.kiosk.identity;

/// How asking a resident for the identity card ended.
public sealed interface IdentityOutcome {
  /// The card was read.
  ///
  /// @param expired whether it is past its last day
  record Identified(Person person, boolean expired) implements IdentityOutcome {}

  /// No card was laid in time.
  record NotLaid() implements IdentityOutcome {}

  /// A card was there but could not be read; laying it again may help.
  record Unreadable() implements IdentityOutcome {}

  /// The reader does not work now.
  record ReaderAway() implements IdentityOutcome {}

  /// The asking was stopped.
  record Stopped() implements IdentityOutcome {}
}
