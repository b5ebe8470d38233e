package org.jiujin.console.ingest;

import org.jiujin.fleet.Payload;

/// Decides what a terminal's message is worth, from the numbers that Sparkplug puts on it. Holds no thread and no clock.
///
/// ```
///            NodeBirth                     NodeDeath, same bdSeq
/// Unknown ───────────────▶ Alive ◀─────┐ ───────────────────────▶ Dead
///                            │  Sequenced                           │
/// Remembered ─NodeBirth──▶   └─────────┘   ◀──────NodeBirth─────────┘
///     └──────── NodeDeath, same bdSeq ────────────────────────────▶ Dead
/// ```
///
/// Anything else leaves the session as it is (fleet reference, 2.1 and 2.2).
final class SessionPolicy {
  private SessionPolicy() {}

  /// What is known about the connection of one terminal.
  sealed interface Session {
    /// Nothing since the console started.
    record Unknown() implements Session {}

    /// It was connected before the console lost sight of it.
    record Remembered(int bdSeq) implements Session {}

    /// Connected; `seq` is the number of its last message.
    record Alive(int bdSeq, int seq) implements Session {}

    /// It went.
    record Dead(int bdSeq) implements Session {}
  }

  /// A message, reduced to its numbers.
  sealed interface Input {
    record NodeBirth(int bdSeq, int seq) implements Input {}

    /// NDATA, DBIRTH, DDATA, DDEATH: all count with one `seq`.
    record Sequenced(int seq) implements Input {}

    record NodeDeath(int bdSeq) implements Input {}
  }

  /// What to do with a message.
  enum Verdict {
    /// Take it.
    TAKE,
    /// Take it, but something before it is missing.
    TAKE_AND_ASK,
    /// It cannot be understood without a birth.
    ASK,
    /// It concerns a connection that is no longer the terminal's.
    IGNORE
  }

  record Step(Session session, Verdict verdict) {}

  static Step next(Session session, Input input) {
    return switch (input) {
      case Input.NodeBirth(int bdSeq, int seq) ->
          new Step(new Session.Alive(bdSeq, seq), Verdict.TAKE);
      case Input.Sequenced(int seq) -> sequenced(session, seq);
      case Input.NodeDeath(int bdSeq) -> death(session, bdSeq);
    };
  }

  private static Step sequenced(Session session, int seq) {
    return switch (session) {
      case Session.Alive(int bdSeq, int last) ->
          new Step(
              new Session.Alive(bdSeq, seq),
              seq == (last + 1) % Payload.SEQ_MODULUS ? Verdict.TAKE : Verdict.TAKE_AND_ASK);
      case Session.Unknown _, Session.Remembered _, Session.Dead _ ->
          new Step(session, Verdict.ASK);
    };
  }

  private static Step death(Session session, int bdSeq) {
    boolean current =
        switch (session) {
          case Session.Alive alive -> alive.bdSeq() == bdSeq;
          case Session.Remembered remembered -> remembered.bdSeq() == bdSeq;
          case Session.Unknown _, Session.Dead _ -> false;
        };
    return current
        ? new Step(new Session.Dead(bdSeq), Verdict.TAKE)
        : new Step(session, Verdict.IGNORE);
  }
}
