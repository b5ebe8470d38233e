package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiujin.demo.launch.Started;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;
import org.jiujin.demo.story.Story;

/// App, network and broker fail one after the other under a running terminal: each time the operator's page says what it is,
/// and everything comes back without a hand.
public final class OutageStory implements Story {
  private static final Pattern CONNECTS = Pattern.compile("联网次数\\s+(\\d+)");
  private static final Set<String> AT_WORK = Set.of("online", "serving");

  /// A frozen app is given 5 s to answer and 6 s to end; a start takes the rest on a busy machine.
  private static final Duration RESTART_LIMIT = Duration.ofSeconds(90);

  /// The demo's keep-alive is 5 s, and the broker waits half as long again.
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);

  private static final Duration RETURN_LIMIT = Duration.ofSeconds(60);

  /// The console unpacks and starts its database and its broker.
  private static final Duration CONSOLE_LIMIT = Duration.ofMinutes(3);

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public String about() {
    return "app killed, app frozen, network cut, broker dead: the page says so and all recover by themselves";
  }

  @Override
  public List<Step> steps(Stage stage) {
    var fleet = new FleetCheck(stage);
    return List.of(
        fleet.open(),
        step("The app is killed", () -> kill(stage)),
        step("The agent starts it again, and the page tells how it ended", () -> back(stage))
            .within(RESTART_LIMIT),
        step("The app freezes", () -> freeze(stage)),
        step("The operator's page says that it does not answer", () -> frozen(stage))
            .within(SILENCE_LIMIT),
        step("The agent ends it and starts another", () -> back(stage)).within(RESTART_LIMIT),
        step("The network is cut", () -> cut(stage)),
        step("The operator's page shows the terminal offline", () -> offline(stage))
            .within(SILENCE_LIMIT),
        step("The screen serves on", () -> serves(stage)),
        step("The network is back, and so is the terminal", () -> restored(stage))
            .within(RETURN_LIMIT),
        step("Console, broker and database lose their power", () -> consoleDown(stage)),
        step("The screen serves on without them", () -> serves(stage)),
        step("They start again", () -> consoleUp(stage)).within(CONSOLE_LIMIT),
        step("The terminal reports again by itself", () -> reportsAgain(stage))
            .within(RETURN_LIMIT),
        step("The same app has run since it froze", () -> sameApp(stage)));
  }

  private static void kill(Stage stage) throws InterruptedException {
    ProcessHandle app = app(stage);
    app.destroyForcibly();
    stage.note("app killed, pid " + app.pid());
    stage.keep("pid", Long.toString(app.pid()));
  }

  private static void back(Stage stage) throws InterruptedException {
    long before = Long.parseLong(stage.kept("pid"));
    ProcessHandle next =
        stage.await(
            "a new process of the app",
            () -> stage.whole().app().filter(process -> process.pid() != before));
    stage.note("app started again, pid " + next.pid());
    stage.resident().sees("attract");
    atWork(stage, "console-app-back");
    stage.until(
        "how the app ended", () -> stage.page().text("[data-key='measures']").contains("137"));
    stage.keep("pid", Long.toString(next.pid()));
  }

  private static void freeze(Stage stage) throws InterruptedException {
    ProcessHandle app = app(stage);
    signal("STOP", app);
    stage.note("app stopped in its tracks, pid " + app.pid());
  }

  private static void frozen(Stage stage) throws InterruptedException {
    stage.until("无响应 on the page", () -> stage.page().text("body").contains("无响应"));
    stage.note("the page shows it");
    stage.picturePage("console-frozen");
  }

  private static void cut(Stage stage) {
    stage.bench().cutNetwork();
    stage.note("network cut");
  }

  private static void offline(Stage stage) throws InterruptedException {
    stage.until("the terminal offline", () -> stage.terminal().state().equals("offline"));
    stage.until("离线 on the page", () -> stage.page().text("body").contains("离线"));
    stage.note("the page shows it");
    stage.picturePage("console-offline");
  }

  private static void serves(Stage stage) throws InterruptedException {
    stage.resident().sees("attract");
    stage.resident().touches("attract.start");
    stage.resident().sees("home");
    stage.pictureScreen("home-during-outage");
    stage.resident().touches("home.back");
    stage.resident().sees("attract");
  }

  private static void restored(Stage stage) throws InterruptedException {
    stage.bench().restoreNetwork();
    stage.note("network restored");
    atWork(stage, "console-network-back");
  }

  private static void consoleDown(Stage stage) {
    stage.keep("connects", connects(stage));
    stage.whole().killConsole();
  }

  private static void consoleUp(Stage stage) throws InterruptedException {
    if (stage.whole().startConsole() instanceof Started.Failed failed) {
      throw new StepFailed("the console did not start: " + failed.why() + ", see " + failed.log());
    }
  }

  /// The figure comes from the terminal: a console that only remembers cannot know it.
  private static void reportsAgain(Stage stage) throws InterruptedException {
    String before = stage.kept("connects");
    stage.until("one more connection", () -> !connects(stage).equals(before));
    atWork(stage, "console-after-outage");
  }

  private static String connects(Stage stage) {
    return CONNECTS
        .matcher(stage.page().text("[data-key='measures']"))
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow(() -> new StepFailed("the page does not tell the connections"));
  }

  private static void atWork(Stage stage, String picture) throws InterruptedException {
    stage.until("the terminal at work", () -> AT_WORK.contains(stage.terminal().state()));
    stage.until(
        "a live page that shows it",
        () ->
            stage.page().text("body").contains("在线")
                && stage.page().text("body").contains("实时更新中"));
    stage.picturePage(picture);
  }

  private static void sameApp(Stage stage) throws InterruptedException {
    if (!Long.toString(app(stage).pid()).equals(stage.kept("pid"))) {
      throw new StepFailed("the app was started again in between");
    }
  }

  private static ProcessHandle app(Stage stage) throws InterruptedException {
    return stage.await("the app's process", stage.whole()::app);
  }

  private static void signal(String name, ProcessHandle process) throws InterruptedException {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new StepFailed("kill -" + name + " ended with " + exit);
      }
    } catch (IOException noSuchProgram) {
      throw new UncheckedIOException(noSuchProgram);
    }
  }
}
