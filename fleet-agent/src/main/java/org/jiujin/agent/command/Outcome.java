package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.Refusal;

/// How the carrying out of a command ended.
///
/// @param state a final one
/// @param reason a word, or empty
/// @param detail what it yields, or nothing
public record Outcome(CommandState state, String reason, ByteString detail) {
  /// @throws IllegalArgumentException if something could follow the state
  public Outcome {
    if (!state.isFinal()) {
      throw new IllegalArgumentException("this is no end");
    }
  }

  /// It did what it should.
  public static Outcome done() {
    return new Outcome(CommandState.DONE, "", ByteString.EMPTY);
  }

  static Outcome done(ByteString detail) {
    return new Outcome(CommandState.DONE, "", detail);
  }

  /// It did not do what it should.
  public static Outcome failed(String reason) {
    return new Outcome(CommandState.FAILED, reason, ByteString.EMPTY);
  }

  /// It was not tried.
  public static Outcome refused(Refusal reason) {
    return refused(reason, ByteString.EMPTY);
  }

  /// It was not tried, and the detail says more.
  public static Outcome refused(Refusal reason, ByteString detail) {
    return new Outcome(CommandState.REFUSED, reason.word(), detail);
  }
}
