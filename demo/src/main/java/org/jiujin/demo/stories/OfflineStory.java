package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.demo.launch.Started;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;
import org.jiujin.demo.story.Story;

/// The platform is down, the resident's application is stored, the terminal loses its power, and still the application
/// arrives exactly once.
public final class OfflineStory implements Story {
  private static final Duration RESTART_LIMIT = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "offline";
  }

  @Override
  public String about() {
    return "platform down, app killed, both back: the application arrives exactly once";
  }

  @Override
  public List<Step> steps(Stage stage) {
    var visit = new Visit(stage);
    var receipt = new ReceiptCheck(stage);
    var fleet = new FleetCheck(stage);
    var steps = new ArrayList<Step>();
    steps.add(fleet.open());
    steps.add(receipt.countStrips());
    steps.add(step("The platform goes down", () -> platformDown(stage)));
    steps.addAll(visit.untilFiled());
    steps.add(
        step("The application is stored here: 已存本机", () -> stored(stage))
            .within(Duration.ofSeconds(60)));
    steps.add(receipt.carries("localNumber"));
    steps.addAll(visit.rateAndLeave());
    steps.add(
        fleet.counts(
            "The console counts one stored application that waits",
            (before, now) ->
                now.storedToday() == before.storedToday() + 1 && now.outboxDepth() > 0));
    steps.add(
        step("The app is killed and the agent starts it again", () -> killApp(stage))
            .within(RESTART_LIMIT));
    steps.add(step("The platform comes back", () -> platformUp(stage)).within(RESTART_LIMIT));
    steps.add(
        step("The application arrives exactly once", () -> arrivedOnce(stage))
            .within(RESTART_LIMIT));
    steps.add(
        fleet.counts("The console sees the outbox empty", (before, now) -> now.outboxDepth() == 0));
    steps.add(TracesCheck.step(stage));
    return steps;
  }

  private static void platformDown(Stage stage) {
    var received = stage.platform().received();
    stage.keep("receivedBefore", Integer.toString(received.applications()));
    stage.keep("ratedBefore", Integer.toString(received.ratings()));
    stage.whole().killPlatform();
    stage.note("platform killed");
  }

  private static void stored(Stage stage) throws InterruptedException {
    stage.resident().sees("filed");
    stage.keep("localNumber", stage.resident().finds("filed.number").words().replace(" ", ""));
  }

  private static void killApp(Stage stage) throws InterruptedException {
    ProcessHandle app = stage.await("the app's process", stage.whole()::app);
    app.destroyForcibly();
    stage.note("app killed, pid " + app.pid());
    long killed = app.pid();
    ProcessHandle next =
        stage.await(
            "a new process of the app",
            () -> stage.whole().app().filter(process -> process.pid() != killed));
    stage.note("app started again, pid " + next.pid());
    stage.resident().sees("attract");
  }

  private static void platformUp(Stage stage) throws InterruptedException {
    if (stage.whole().startPlatform() instanceof Started.Failed failed) {
      throw new StepFailed("the platform did not start: " + failed.why() + ", see " + failed.log());
    }
  }

  private static void arrivedOnce(Stage stage) throws InterruptedException {
    String local = stage.kept("localNumber");
    int ratedBefore = Integer.parseInt(stage.kept("ratedBefore"));
    stage.until(
        "the application " + local + " at the platform",
        () -> !stage.platform().received().under(local).isEmpty());
    stage.note("the application arrived");
    // the rating waits behind the application, so nothing more is to come after it
    stage.until("the rating", () -> stage.platform().received().ratings() > ratedBefore);
    stage.note("the rating arrived");
    checkOnce(stage, local, ratedBefore);
  }

  private static void checkOnce(Stage stage, String local, int ratedBefore) {
    var received = stage.platform().received();
    int more = received.applications() - Integer.parseInt(stage.kept("receivedBefore"));
    int under = received.under(local).size();
    if (under != 1 || more != 1 || received.ratings() != ratedBefore + 1) {
      throw new StepFailed(
          "the platform has %d more applications, %d of them under the local number, and %d more ratings, instead of one each"
              .formatted(more, under, received.ratings() - ratedBefore));
    }
    stage.keep("caseNumber", received.under(local).getFirst().caseNumber());
  }
}
