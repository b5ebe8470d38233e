package org.jiujin.kiosk.journey;

import java.util.function.Consumer;

/// How others take part in the journey at hand.
public interface JourneyPort {
  /// The state now.
  State state();

  /// Sends a touch. Returns at once.
  void send(Event event);

  /// Tells of every new state, on the FX thread.
  ///
  /// @return stops telling
  Runnable watch(Consumer<State> watcher);
}
