package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;
import org.jiujin.demo.story.Story;

/// A resident finishes a matter, the paper comes out, the operator sees it.
public final class FilingStory implements Story {
  @Override
  public String name() {
    return "filing";
  }

  @Override
  public String about() {
    return "a resident files a matter with the platform, gets a receipt and leaves no trace";
  }

  @Override
  public List<Step> steps(Stage stage) {
    var visit = new Visit(stage);
    var receipt = new ReceiptCheck(stage);
    var fleet = new FleetCheck(stage);
    var steps = new ArrayList<Step>();
    steps.add(fleet.open());
    steps.add(fleet.configured());
    steps.add(receipt.countStrips());
    steps.addAll(visit.untilFiled());
    steps.add(
        step("The platform has accepted it: 已提交", () -> accepted(stage))
            .within(Duration.ofSeconds(30)));
    steps.add(receipt.carries("caseNumber"));
    steps.addAll(visit.rateAndLeave());
    steps.add(
        fleet.counts(
            "The console counts one more session and one more matter done",
            (before, now) ->
                now.sessionsToday() == before.sessionsToday() + 1
                    && now.doneToday() == before.doneToday() + 1
                    && now.outboxDepth() == 0));
    steps.add(TracesCheck.step(stage));
    return steps;
  }

  private static void accepted(Stage stage) throws InterruptedException {
    stage.resident().sees("filed");
    String number = stage.resident().finds("filed.number").words().replace(" ", "");
    stage.keep("caseNumber", number);
    int known = stage.platform().received().numbered(number).size();
    if (known != 1) {
      throw new StepFailed("the platform knows the shown 办件编号 " + known + " times instead of once");
    }
  }
}
