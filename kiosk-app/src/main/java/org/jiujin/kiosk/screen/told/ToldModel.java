package org.jiujin.kiosk.screen.told;

import java.util.List;
import java.util.function.Consumer;
import org.jiujin.kiosk.catalogue.GuideEntry;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// What there is to tell about a matter.
public final class ToldModel extends ScreenModel<State.Told> {
  public ToldModel(State.Told state, Consumer<Event> journey) {
    super(state, journey);
  }

  String matterName() {
    return state().matter().name();
  }

  List<GuideEntry> guide() {
    return state().matter().guide();
  }

  List<Situation> here() {
    return state().matter().situationsHere();
  }

  List<Situation> atWindow() {
    return state().matter().situationsAtWindow();
  }
}
