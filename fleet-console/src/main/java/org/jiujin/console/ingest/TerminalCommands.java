package org.jiujin.console.ingest;

import com.google.protobuf.ByteString;
import org.jiujin.console.terminal.TerminalId;

/// The way to the terminals. From any thread.
public interface TerminalCommands {
  /// Sends a signed command, if there is a way at this moment; returns at once. Nothing is kept for a terminal that is not there: whoever
  /// sends has to send again until a [CommandTold] comes.
  ///
  /// @param signed a [org.jiujin.fleet.command.SignedCommand] as bytes
  void send(TerminalId id, ByteString signed);
}
