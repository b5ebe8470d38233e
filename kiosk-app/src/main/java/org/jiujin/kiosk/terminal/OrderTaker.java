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

  /// Takes what the operator set from afar and returns at once; whoever does not know better takes none.
  ///
  /// @param answer told from any thread when it is in force or refused
  default void take(LocalMessage.Settings settings, Consumer<LocalMessage.SettingsTaken> answer) {
    answer.accept(
        new LocalMessage.SettingsTaken(
            settings.version(), settings.values().keySet().stream().sorted().toList()));
  }

  /// Shows that the terminal is to be registered, or no longer, and returns at once.
  default void claim(LocalMessage.Claim claim) {}
}
