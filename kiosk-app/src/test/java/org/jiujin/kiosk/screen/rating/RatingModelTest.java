package org.jiujin.kiosk.screen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Samples;
import org.junit.jupiter.api.Test;

class RatingModelTest {
  private final List<Event> events = new ArrayList<>();
  private final RatingModel model = new RatingModel(rated(0), events::add);

  @Test
  void asksWhyForTheTwoWorstLevelsOnly() {
    assertFalse(model.asksWhy());
    for (int level = 1; level <= 5; level++) {
      model.show(rated(level));
      assertEquals(level <= 2, model.asksWhy(), "level " + level);
    }
  }

  @Test
  void sendsTheReasonsThatAreStillChosen() {
    model.show(rated(1));
    model.toggle("slow");
    model.toggle("hard");
    model.toggle("slow");
    model.rate();
    assertEquals(List.of(new Event.Rated(List.of("hard"))), events);
  }

  @Test
  void forgetsReasonsWhenTheLevelBecameGood() {
    model.show(rated(2));
    model.toggle("slow");
    model.show(rated(5));
    assertTrue(model.maySend());
    model.rate();
    assertEquals(List.of(new Event.Rated(List.of())), events);
  }

  private static State.Rating rated(int level) {
    return new State.Rating(Samples.accepted(), level, false);
  }
}
