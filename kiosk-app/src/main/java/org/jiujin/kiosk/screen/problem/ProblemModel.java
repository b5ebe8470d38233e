package org.jiujin.kiosk.screen.problem;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// Nothing was filed.
public final class ProblemModel extends ScreenModel<State.NotFiled> {
  public ProblemModel(State.NotFiled state, Consumer<Event> journey) {
    super(state, journey);
  }

  String code() {
    return state().code();
  }
}
