package org.jiujin.console.ingest;

import com.google.protobuf.ByteString;
import org.jiujin.console.terminal.TerminalId;

/// What the link, and whoever commands, hands to the worker.
sealed interface Inbound {
  /// Bytes as the broker delivered them; nothing about them is sure.
  @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
  record Message(String topic, byte[] payload) implements Inbound {}

  /// A signed command of this console is to go to a terminal.
  record Outgoing(TerminalId id, ByteString signed) implements Inbound {}

  /// The connection stands and the subscription is made.
  record LinkUp() implements Inbound {}

  /// The connection is gone.
  record LinkDown() implements Inbound {}
}
