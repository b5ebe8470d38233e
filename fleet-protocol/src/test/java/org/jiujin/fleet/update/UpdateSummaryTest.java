package org.jiujin.fleet.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jiujin.fleet.update.UpdateSummary.Phase;
import org.jiujin.fleet.update.UpdateSummary.Release;
import org.jiujin.fleet.update.UpdateSummary.Wanted;
import org.junit.jupiter.api.Test;

class UpdateSummaryTest {
  @Test
  void readsWhatItWrote() {
    for (Phase phase : Phase.values()) {
      for (String why : List.of("", "app-ended")) {
        var summary =
            new UpdateSummary(
                why.isEmpty(),
                List.of(
                    new Release("app", "0.1.9", true, new Wanted("0.2.0-rc.1+7", phase, why)),
                    new Release("agent", UpdateSummary.SHIPPED, false, null)));
        assertEquals(summary, UpdateSummary.read(summary.text()));
      }
    }
  }

  @Test
  void isWordsForPeopleToo() {
    var wanted = new Wanted("0.2.0", Phase.RESTING, "unreachable");
    assertEquals(
        "paused app=0.1.9:trial>0.2.0:resting:unreachable",
        new UpdateSummary(true, List.of(new Release("app", "0.1.9", true, wanted))).text());
    assertEquals("", new UpdateSummary(false, List.of()).text());
  }

  @Test
  void passesOverWhatItDoesNotUnderstand() {
    assertEquals(
        new UpdateSummary(
            false,
            List.of(new Release("app", "1", false, null), new Release("voice", "2", false, null))),
        UpdateSummary.read("app=1 melted app=<b> voice=2>3:dancing =x  theme="));
  }
}
