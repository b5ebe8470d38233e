package org.jiujin.fleet.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a command has come. The first three may follow each other, one of the others ends it.
///
/// @since 0.1.0
public enum CommandState {
  /// It will run when the one before it has ended.
  ACCEPTED,
  /// It would disturb a resident, and runs when the visit is over.
  WAITING,
  RUNNING,
  DONE,
  /// It ran, or may have begun to, and did not do what it should.
  FAILED,
  /// It did not run, and will not.
  REFUSED;

  /// Whether nothing follows.
  public boolean isFinal() {
    return compareTo(DONE) >= 0;
  }

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<CommandState> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
