package org.jiujin.kiosk.journey;

import java.util.List;

/// What one event led to.
///
/// @param effects what the runners have to do now, in this order
public record Turn(State state, List<Effect> effects) {
  public Turn {
    effects = List.copyOf(effects);
  }

  static Turn to(State state, Effect... effects) {
    return new Turn(state, List.of(effects));
  }
}
