package org.jiujin.kiosk.screen.rating;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;

/// The level chosen so far, and the reasons of a bad one.
public final class RatingModel extends ScreenModel<State.Rating> {
  /// Levels up to this one ask what was wrong (好差评).
  static final int ASKS_WHY = 2;

  /// What can be wrong; the words are under `rating.reason.ID`.
  static final List<String> REASONS = List.of("slow", "unclear", "hard", "fault", "other");

  private final Set<String> chosen = new LinkedHashSet<>();

  public RatingModel(State.Rating state, Consumer<Event> journey) {
    super(state, journey);
  }

  boolean asksWhy() {
    return state().level() > 0 && state().level() <= ASKS_WHY;
  }

  boolean maySend() {
    return state().level() > 0;
  }

  boolean isChosen(String reason) {
    return chosen.contains(reason);
  }

  void choose(int level) {
    send(new Event.LevelChosen(level));
  }

  /// Chooses a reason, or takes it back.
  void toggle(String reason) {
    if (!chosen.remove(reason)) {
      chosen.add(reason);
    }
  }

  void rate() {
    send(new Event.Rated(asksWhy() ? new ArrayList<>(chosen) : List.of()));
  }
}
