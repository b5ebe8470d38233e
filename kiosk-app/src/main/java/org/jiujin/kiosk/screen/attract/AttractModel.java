package org.jiujin.kiosk.screen.attract;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// Waits for the first touch.
public final class AttractModel extends ScreenModel<State.Attract> {
  public AttractModel(State.Attract state, Consumer<Event> journey) {
    super(state, journey);
  }

  void begin() {
    send(new Event.Touched());
  }
}
