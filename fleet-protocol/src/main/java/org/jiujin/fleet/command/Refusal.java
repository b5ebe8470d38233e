package org.jiujin.fleet.command;

import java.util.Locale;

/// Why a command is not carried out.
///
/// @since 0.1.0
public enum Refusal {
  /// Not a command, or one that breaks a bound.
  UNREADABLE,
  /// The terminal trusts no key at all.
  NO_KEYS,
  UNSIGNED,
  /// Signed with a key that the terminal does not trust, or no longer.
  UNKNOWN_KEY,
  /// The key belongs to another algorithm, or this terminal has no provider for it.
  WRONG_ALGORITHM,
  BAD_SIGNATURE,
  /// Meant for another terminal or another group.
  OTHER_TERMINAL,
  /// Its time is over, before it came or while it waited.
  EXPIRED,
  /// Issued in the future: one of the two clocks is wrong.
  NOT_YET,
  /// Valid for longer than a terminal accepts.
  TOO_LONG_VALID,
  /// The id was used for another command.
  USED_ID,
  /// The terminal lost its memory of commands and cannot know whether this one was carried out before.
  MEMORY_LOST,
  /// The terminal cannot write down that it takes the command, its disk is full for example.
  NOT_STORED,
  QUEUE_FULL,
  UNKNOWN_VERB,
  /// This version of the terminal, or its configuration, does not have it.
  UNSUPPORTED,
  /// An argument is missing or out of bounds.
  BAD_ARGUMENT,
  /// A configuration that is older than one this terminal had, or another one with the same version.
  OLD_VERSION,
  /// A configuration with a value that this terminal knows to be out of bounds; nothing of it is in force.
  BAD_VALUE,
  /// A configuration that this terminal had and gave up.
  GIVEN_UP;

  /// The word on the wire, as the reason of a result: `unknown-key` for example.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
