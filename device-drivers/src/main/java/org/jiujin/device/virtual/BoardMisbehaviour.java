package org.jiujin.device.virtual;

/// What can be wrong with a virtual IO board or with the wire to it.
public enum BoardMisbehaviour {
  NONE,
  /// Never answers.
  MUTE,
  /// Answers after 450 milliseconds.
  LATE,
  /// Noise before each answer, among it the board's own address.
  NOISE,
  /// Nothing but noise, without end.
  NOISE_ONLY,
  /// Every answer has a wrong checksum; on TCP, a wrong length.
  WRONG_CHECKSUM,
  /// The last three bytes of each answer are missing.
  CUT_SHORT,
  /// Each byte by itself.
  BYTE_BY_BYTE,
  /// Another board answers instead.
  OTHER_UNIT,
  /// Another board's answer comes first.
  OTHER_UNIT_FIRST,
  /// The answer to another function.
  OTHER_FUNCTION,
  /// The answer to another transaction; on a bus, which has none, nothing.
  OTHER_TRANSACTION,
  /// The adapter hears itself: each question comes back before its answer.
  ECHO,
  /// The adapter hears itself, and the board behind it is dead.
  ECHO_ONLY,
  /// Exception 02, illegal data address.
  ILLEGAL_ADDRESS,
  /// Exception 04, the board failed.
  FAILURE,
  /// Exception 06, busy.
  BUSY,
  /// Reads are answered, writes get exception 04.
  WRITES_FAIL
}
