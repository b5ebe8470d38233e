package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.time.Duration;
import java.util.List;
import org.jiujin.demo.peer.TouchScreen.Node;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;
import org.jiujin.demo.story.Story;

/// The card reader is pulled out and put back while the operator watches.
public final class UnpluggedStory implements Story {
  /// What the operator was promised.
  private static final Duration SEEN_LIMIT = Duration.ofSeconds(5);

  private static final String READER = "idcard";

  @Override
  public String name() {
    return "unplugged";
  }

  @Override
  public String about() {
    return "the card reader is pulled and put back: page and screen say so and recover by themselves";
  }

  @Override
  public List<Step> steps(Stage stage) {
    var fleet = new FleetCheck(stage);
    return List.of(
        fleet.open(),
        step("The home screen offers the matter", () -> home(stage)),
        step("The reader's cable is pulled", () -> pull(stage)),
        step("Within 5 s the operator's page shows it", () -> shownAway(stage, fleet))
            .within(SEEN_LIMIT),
        step("The home screen greys the matter and says why", () -> greyed(stage)),
        step("The cable is put back", () -> stage.bench().plugReader()),
        step("The matter can be chosen again", () -> offered(stage)),
        step("The operator's page shows the reader ready again", () -> shownBack(stage, fleet)),
        step("The same app has run all the time", () -> sameApp(stage)),
        step("The resident leaves", () -> leave(stage)));
  }

  private static void home(Stage stage) throws InterruptedException {
    stage.resident().sees("attract");
    stage.resident().touches("attract.start");
    stage.resident().sees("home");
    offered(stage);
    ProcessHandle app = stage.await("the app's process", stage.whole()::app);
    stage.keep("pid", Long.toString(app.pid()));
  }

  private static void pull(Stage stage) {
    stage.bench().unplugReader();
    stage.note("reader unplugged");
  }

  private static void shownAway(Stage stage, FleetCheck fleet) throws InterruptedException {
    stage.until(
        "the reader away in the console",
        () ->
            stage
                .terminal()
                .device(READER)
                .filter(device -> !device.online() && !device.fault().isEmpty())
                .isPresent());
    stage.note("the console knows");
    stage.until("the reader away on the operator's page", () -> fleet.pageShowsAway(READER));
    stage.note("the page shows it");
  }

  private static void greyed(Stage stage) throws InterruptedException {
    Node tile =
        stage.await(
            Visit.MATTER + " greyed",
            () -> stage.screen().look().node(Visit.MATTER).filter(Node::disabled));
    stage.pictureScreen("home-without-reader");
    if (tile.words().isBlank()) {
      throw new StepFailed("the greyed tile gives no reason");
    }
    stage.picturePage("console-without-reader");
  }

  private static void offered(Stage stage) throws InterruptedException {
    stage.await(
        Visit.MATTER + " ready to be touched",
        () -> stage.screen().look().node(Visit.MATTER).filter(tile -> !tile.disabled()));
    stage.pictureScreen("home-with-reader");
  }

  private static void shownBack(Stage stage, FleetCheck fleet) throws InterruptedException {
    stage.until(
        "the reader ready in the console",
        () ->
            stage
                .terminal()
                .device(READER)
                .filter(device -> device.online() && device.state().equals("ready"))
                .isPresent());
    stage.until("the reader ready on the operator's page", () -> fleet.pageShowsReady(READER));
    stage.picturePage("console-with-reader");
  }

  private static void sameApp(Stage stage) throws InterruptedException {
    ProcessHandle app = stage.await("the app's process", stage.whole()::app);
    if (!Long.toString(app.pid()).equals(stage.kept("pid"))) {
      throw new StepFailed("the app was started again in between");
    }
  }

  private static void leave(Stage stage) throws InterruptedException {
    stage.resident().touches("home.back");
    stage.resident().sees("attract");
  }
}
