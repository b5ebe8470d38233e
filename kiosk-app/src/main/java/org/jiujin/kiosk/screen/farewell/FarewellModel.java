package org.jiujin.kiosk.screen.farewell;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// The last words.
public final class FarewellModel extends ScreenModel<State.Farewell> {
  public FarewellModel(State.Farewell state, Consumer<Event> journey) {
    super(state, journey);
  }
}
