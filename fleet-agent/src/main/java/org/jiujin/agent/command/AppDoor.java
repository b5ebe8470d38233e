package org.jiujin.agent.command;

import org.jiujin.fleet.local.LocalMessage;

/// What commands can do to the app. No call waits.
public interface AppDoor {
  /// Whether the app answers.
  boolean isThere();

  /// Whether a resident uses it.
  boolean isServing();

  /// Gives it an order; the answer comes to [Commands#orderDone].
  void order(LocalMessage.Order order);

  /// Ends it and starts it again; it says so to [Commands#appGreets].
  void restart();

  /// Told at the start and after each change: whether the operator has taken the terminal out of service.
  void outOfService(boolean out);
}
