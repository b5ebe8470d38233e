package org.jiujin.kiosk.terminal;

import java.util.function.Consumer;
import org.jiujin.fleet.local.LocalMessage;

/// Carries out what the agent orders.
@FunctionalInterface
public interface OrderTaker {
  /// Begins to carry out an order and returns at once.
  ///
  /// @param answer takes the end of it, from any thread, once
  void take(LocalMessage.Order order, Consumer<LocalMessage.OrderDone> answer);
}
