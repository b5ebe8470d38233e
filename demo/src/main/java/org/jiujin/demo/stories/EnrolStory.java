package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Started;
import org.jiujin.demo.peer.Stranger;
import org.jiujin.demo.peer.TouchScreen.Look;
import org.jiujin.demo.peer.TouchScreen.Node;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;
import org.jiujin.demo.story.Story;

/// A second terminal is put up. It has no certificate, shows a claim code, is accepted by its operator, and from then on reports
/// over TLS 1.3 with the certificate that it got.
public final class EnrolStory implements Story {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");

  /// Of the right form; that it is the right one has a chance of one to 10^11.
  private static final String GUESSED = "CDFG-HJKM";

  private static final String TERMINAL = Layout.NEW_TERMINAL;
  private static final String MAIN = "main";
  private static final String FIND = "form[action='/enrolment/find'] button";
  private static final String ACCEPT = "form[action='/enrolment/accept'] button";

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration BROWSER_LIMIT = Duration.ofSeconds(60);

  /// The terminal asks every two seconds in the demo, and waits up to five for the broker after a failure.
  private static final Duration ENROLLED_LIMIT = Duration.ofSeconds(45);

  @Override
  public String name() {
    return "enrol";
  }

  @Override
  public String about() {
    return "a new terminal shows its claim code, is accepted, gets its certificate and reports over TLS";
  }

  @Override
  public List<Step> steps(Stage stage) {
    var fleet = new FleetCheck(stage);
    return List.of(
        step("A new terminal is switched on", () -> switchOn(stage)).within(START_LIMIT),
        step("Its screen shows a claim code", () -> claims(stage)).within(ENROLLED_LIMIT),
        step("The operator's page shows it waiting", () -> waits(stage)).within(BROWSER_LIMIT),
        step("A code that stands on no screen opens nothing", () -> guess(stage)),
        step("The operator types the code and sees whose it is", () -> compare(stage)),
        step("The operator accepts it", () -> accept(stage)),
        step("It gets its certificate, and the screen is free", () -> free(stage))
            .within(ENROLLED_LIMIT),
        step("With it, it comes online over TLS 1.3", () -> online(stage)).within(ENROLLED_LIMIT),
        fleet.configured(),
        step("The overview shows both terminals online", () -> both(stage)).within(ENROLLED_LIMIT),
        step(
                "A stranger who made himself a certificate of that name stays outside",
                () -> knock(stage))
            .within(ENROLLED_LIMIT),
        step("It is switched off", () -> switchOff(stage)).within(ENROLLED_LIMIT));
  }

  private static void switchOn(Stage stage) throws InterruptedException {
    try {
      for (Started answer : stage.whole().startNewTerminal()) {
        if (answer instanceof Started.Failed failed) {
          throw new StepFailed(
              failed.program() + " did not start: " + failed.why() + ", see " + failed.log());
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void claims(Stage stage) throws InterruptedException {
    code(stage);
    stage.pictureNewScreen("new-terminal-claims");
  }

  private static void waits(Stage stage) throws InterruptedException {
    stage.page("enrolment");
    stage.until(TERMINAL + " on the page", () -> stage.page().text(MAIN).contains(TERMINAL));
    stage.picturePage("console-waiting");
  }

  private static void guess(Stage stage) throws InterruptedException {
    stage.page().type("#code", GUESSED);
    stage.page().click(FIND);
    stage.until("没有终端 on the page", () -> !stage.page().text("[role='status']").isEmpty());
    stage.picturePage("console-guessed");
  }

  private static void compare(Stage stage) throws InterruptedException {
    stage.page().type("#code", code(stage));
    stage.page().click(FIND);
    stage.until("whose code it is", () -> stage.page().text(".claim-facts").contains(TERMINAL));
    stage.picturePage("console-compare");
  }

  private static void accept(Stage stage) throws InterruptedException {
    stage.page().click(ACCEPT);
    stage.until("已接受 on the page", () -> !stage.page().text("[role='status']").isEmpty());
  }

  private static void free(Stage stage) throws InterruptedException {
    stage.until("a screen without a code", () -> claim(stage.newScreen().look()).isEmpty());
    stage.pictureNewScreen("new-terminal-serves");
    stage.page("enrolment");
    stage.picturePage("console-given");
  }

  private static void online(Stage stage) throws InterruptedException {
    stage.until(TERMINAL + " online", () -> stage.terminal(TERMINAL).state().equals("online"));
    stage.page("terminals/" + TERMINAL);
    stage.until("在线 on its page", () -> stage.page().text("body").contains("在线"));
    stage.until(
        "how long its certificate lasts",
        () -> stage.page().text("[data-key='measures']").contains("证书剩余"));
    stage.picturePage("console-new-terminal");
  }

  /// It came by the new keep-alive at once, and for that it left the broker for a moment.
  private static void both(Stage stage) throws InterruptedException {
    stage.page("");
    for (String terminal : List.of(Layout.TERMINAL, TERMINAL)) {
      stage.until(
          terminal + " online on the overview",
          () -> stage.page().text("[data-key='terminal-" + terminal + "']").contains("在线"));
    }
    stage.picturePage("console-overview");
  }

  private static void knock(Stage stage) throws InterruptedException {
    Layout layout = stage.whole().layout();
    var stranger =
        Stranger.as(TERMINAL, "CN=" + TERMINAL + ",OU=" + Layout.GROUP, layout.temporary());
    String end = stranger.knock(layout.ports().brokerTls(), layout.authority());
    if (end.isEmpty()) {
      throw new StepFailed("the broker let a stranger in");
    }
    stage.note("the broker put an end to it: " + end);
    stage.until(
        TERMINAL + " online as before", () -> stage.terminal(TERMINAL).state().equals("online"));
  }

  private static void switchOff(Stage stage) throws InterruptedException {
    stage.whole().stopNewTerminal();
    stage.until(TERMINAL + " offline", () -> stage.terminal(TERMINAL).state().equals("offline"));
  }

  /// What stands on the screen now; the code changes when the terminal has to begin again.
  private static String code(Stage stage) throws InterruptedException {
    return stage.await(
        "a code on the new terminal's screen",
        () ->
            claim(stage.newScreen().look())
                .map(Node::words)
                .filter(words -> CODE.matcher(words).matches()));
  }

  private static Optional<Node> claim(Look look) {
    return look.node("operator.claim.code");
  }
}
