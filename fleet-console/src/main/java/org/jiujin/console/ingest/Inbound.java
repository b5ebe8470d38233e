package org.jiujin.console.ingest;

/// What the link hands to the worker.
sealed interface Inbound {
  /// Bytes as the broker delivered them; nothing about them is sure.
  @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
  record Message(String topic, byte[] payload) implements Inbound {}

  /// The connection stands and the subscription is made.
  record LinkUp() implements Inbound {}

  /// The connection is gone.
  record LinkDown() implements Inbound {}
}
