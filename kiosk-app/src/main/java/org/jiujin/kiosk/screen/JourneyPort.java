package org.jiujin.kiosk.screen;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;

/// How the screens see the journey.
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
