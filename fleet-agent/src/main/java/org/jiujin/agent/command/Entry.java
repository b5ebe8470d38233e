package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandResult;

/// A command that was taken, and how far it has come. What it said is forgotten when it has ended.
///
/// @param fingerprint tells another command with the same id from this one that comes again
record Entry(String id, ByteString fingerprint, Instant notAfter, Phase phase) {
  /// How far a command has come.
  sealed interface Phase {
    record Open(Command command) implements Phase {}

    /// It may have begun.
    ///
    /// @param boot in which life of the machine it began
    record Running(Command command, Instant since, String boot) implements Phase {}

    record Ended(CommandResult result) implements Phase {}
  }

  static Entry of(Command command) {
    return new Entry(
        command.id(), fingerprint(command), command.notAfter(), new Phase.Open(command));
  }

  /// Whether this is the entry of exactly this command.
  boolean isOf(Command command) {
    return fingerprint.equals(fingerprint(command));
  }

  boolean ended() {
    return phase instanceof Phase.Ended;
  }

  Entry with(Phase next) {
    return new Entry(id, fingerprint, notAfter, next);
  }

  private static ByteString fingerprint(Command command) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(CommandCodec.encode(command).asReadOnlyByteBuffer());
      return ByteString.copyFrom(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
