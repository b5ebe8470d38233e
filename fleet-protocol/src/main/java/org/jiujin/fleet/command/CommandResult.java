package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.regex.Pattern;

/// What became of a command so far. A final state is told once, and again whenever the command comes again.
///
/// A refusal for the sake of the signature says nothing about another command with the same id that was taken before.
///
/// @param id of the command, as it claims; empty when it could not be read
/// @param reason a word, [Refusal#word()] for example; empty when there is nothing to say
/// @param took how long it ran, in milliseconds; zero as long as it did not
/// @param detail what the verb yields, a picture for example; kept for the last few commands only
/// @since 0.1.0
public record CommandResult(
    String id, CommandState state, String reason, Duration took, ByteString detail) {
  /// The longest detail, in bytes.
  public static final int MAX_DETAIL_BYTES = 64 * 1024;

  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9._-]{0,64}");

  /// @throws IllegalArgumentException if a part is out of bounds
  public CommandResult {
    if (!id.isEmpty() && !Command.isId(id)) {
      throw new IllegalArgumentException("no command has this id");
    }
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("a reason is one short word");
    }
    if (took.isNegative() || detail.size() > MAX_DETAIL_BYTES) {
      throw new IllegalArgumentException("the duration is negative or the detail too long");
    }
    took = Duration.ofMillis(took.toMillis());
  }

  /// A command on its way.
  public static CommandResult of(String id, CommandState state) {
    return new CommandResult(id, state, "", Duration.ZERO, ByteString.EMPTY);
  }

  /// A command that is not carried out.
  public static CommandResult refused(String id, Refusal reason) {
    return new CommandResult(
        id, CommandState.REFUSED, reason.word(), Duration.ZERO, ByteString.EMPTY);
  }
}
