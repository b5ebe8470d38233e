package org.jiujin.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.jiujin.console.web.UpdatePart.Line;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.fleet.update.UpdateSummary.Phase;
import org.jiujin.fleet.update.UpdateSummary.Release;
import org.jiujin.fleet.update.UpdateSummary.Wanted;
import org.junit.jupiter.api.Test;

class UpdatePartTest {
  private final Wording wording = WordingTest.wording();

  @Test
  void saysWhatRunsWhatIsWantedAndWhatHindersIt() {
    assertEquals(
        new UpdatePart(
            "7 · 暂停中",
            "degraded",
            "有更新未能完成",
            List.of(
                new Line("业务程序", "0.1.9 · 试运行中", "应有 0.2.0：下载失败，稍后重试（连不上更新仓库）", true),
                new Line("代理程序", "出厂版本", "", false))),
        part(7, "paused app=0.1.9:trial>0.2.0:resting:unreachable agent=shipped"));
  }

  @Test
  void looksHinderedOnlyWhenSomethingIs() {
    assertEquals("online", part(7, "app=0.2.0 agent=shipped").look());
    assertEquals("online", part(7, "paused").look());
    assertEquals("serving", part(7, "app=0.2.0:trial agent=shipped").look());
    for (Phase phase : Phase.values()) {
      boolean comes = phase == Phase.FETCHING || phase == Phase.WAITING;
      UpdatePart part = part(7, "agent=1:trial app=1>2:" + phase.word());
      assertEquals(comes ? "serving" : "degraded", part.look(), phase::name);
      assertEquals(!comes, part.lines().getLast().hindered(), phase::name);
    }
  }

  @Test
  void hasAWordForEveryPhase() {
    for (Phase phase : Phase.values()) {
      var wanted = new Release("app", "1", false, new Wanted("2", phase, "damaged"));
      String text =
          part(7, new UpdateSummary(false, List.of(wanted)).text()).lines().getFirst().wanted();
      assertFalse(text.matches(".*[a-z].*"), text);
    }
  }

  @Test
  void saysThatItTriesAgainAfterAFailure() {
    assertEquals(
        "应有 2：下载中（此前网络太慢）", part(7, "app=1>2:fetching:too-slow").lines().getFirst().wanted());
  }

  @Test
  void showsWordsOfANewerAgentAsTheyAre() {
    assertEquals(
        List.of(new Line("firmware", "1", "应有 2：已弃用（brand-new）", true)),
        part(7, "firmware=1>2:given-up:brand-new app=1>:melted").lines());
  }

  @Test
  void saysThatNothingDirectsTheTerminalYet() {
    assertEquals("—", part(0, "app=shipped").direction());
    assertEquals(
        "—", UpdatePart.of(Map.of("fleet/update_state", "app=shipped"), wording).direction());
  }

  @Test
  void saysThatATerminalTellsNothing() {
    assertEquals(new UpdatePart("", "", "该终端未报告更新情况", List.of()), UpdatePart.of(Map.of(), wording));
  }

  private UpdatePart part(long direction, String state) {
    return UpdatePart.of(
        Map.of("fleet/update_direction", direction, "fleet/update_state", state), wording);
  }
}
