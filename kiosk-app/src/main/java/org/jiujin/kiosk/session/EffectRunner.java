package org.jiujin.kiosk.session;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Effect;
import org.jiujin.kiosk.journey.Event;

/// Does what the journey asks for.
@FunctionalInterface
public interface EffectRunner {
  /// Starts the work and returns at once; never blocks the thread of the turns.
  ///
  /// @param answer takes the event that the work ends with; from any thread, at most once
  void run(Effect effect, Consumer<Event> answer);
}
