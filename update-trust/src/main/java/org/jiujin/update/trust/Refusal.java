package org.jiujin.update.trust;

/// Why an update was refused, in one word for logs, alarms and tests.
public enum Refusal {
  /// There is no root that could be trusted on this machine.
  NO_TRUSTED_ROOT,
  /// A file is not what metadata looks like.
  MALFORMED,
  /// Not enough of the right keys signed: arbitrary software, a role that signs what is not its own, a compromise below the threshold.
  UNSIGNED,
  /// A file has another version than the one that was asked for: mix-and-match.
  WRONG_VERSION,
  /// Something is older than what was trusted before, or is gone from the snapshot.
  ROLLBACK,
  /// Something must not be used any more: a freeze.
  EXPIRED,
  /// A file has not the length that is signed.
  WRONG_LENGTH,
  /// A file has not the hashes that are signed.
  WRONG_HASH,
  /// A file is longer than allowed: endless data.
  TOO_LONG,
  /// A file comes more slowly than allowed: slow retrieval.
  TOO_SLOW,
  /// The repository lacks a file that it must have.
  MISSING,
  /// The repository does not answer, or not with files.
  UNREACHABLE
}
