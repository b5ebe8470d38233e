package org.jiujin.agent.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jiujin.fleet.HostState;

/// Follows the STATE of the Primary Host: believes what is not older than what that broker has said before, for the life
/// of the agent. Holds no thread, no socket, no clock.
///
/// Each broker is followed by itself, because the host keeps a timestamp for each (Sparkplug 3.0, 5.8).
final class HostWatch {
  private final Map<String, Instant> newest = new HashMap<>();
  private String broker = "";
  private boolean online;

  /// A new connection begins: whether the host is there will be told anew.
  void connected(String toBroker) {
    broker = toBroker;
    online = false;
  }

  /// Takes what the present broker delivered.
  ///
  /// @return whether it counts; false for a message that is older than one before it
  boolean take(HostState state) {
    if (state.timestamp().isBefore(newest.getOrDefault(broker, Instant.MIN))) {
      return false;
    }
    newest.put(broker, state.timestamp());
    online = state.online();
    return true;
  }

  /// Whether the host is there, as far as the present connection has told.
  boolean online() {
    return online;
  }
}
