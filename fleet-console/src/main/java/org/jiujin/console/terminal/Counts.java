package org.jiujin.console.terminal;

/// How much was done at one terminal on one day, and what waits there now.
///
/// @param sessions visits of residents
/// @param done matters accepted by the platform
/// @param stored matters stored on the terminal, to be sent later
/// @param failed matters that could not be filed
/// @param outboxDepth matters that wait on the terminal at this moment
public record Counts(long sessions, long done, long stored, long failed, long outboxDepth) {
  /// Nothing yet.
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  /// Both together.
  public Counts plus(Counts other) {
    return new Counts(
        sessions + other.sessions,
        done + other.done,
        stored + other.stored,
        failed + other.failed,
        outboxDepth + other.outboxDepth);
  }
}
