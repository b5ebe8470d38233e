package org.jiujin.agent.link;

import org.jiujin.fleet.HostState;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.Topic;

/// What a connection tells the thread that owns it. Put into a queue by Paho's threads, which must never wait.
sealed interface LinkEvent {
  /// Connected and subscribed.
  record Established() implements LinkEvent {}

  /// There is no connection, or no longer.
  ///
  /// @param reason for the log
  record Broken(String reason) implements LinkEvent {}

  /// The broker ended the connection because another client connected with the same identity (MQTT 5, reason 0x8E).
  record TakenOver() implements LinkEvent {}

  /// A message arrived.
  record Arrived(Topic topic, Payload payload) implements LinkEvent {}

  /// A host says whether it is there.
  record HostSpoke(String topic, HostState state) implements LinkEvent {}

  /// A message arrived that is not one of the protocol.
  ///
  /// @param reason for the log
  record Unreadable(String reason) implements LinkEvent {}
}
