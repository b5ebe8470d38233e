package org.jiujin.demo.stories;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.peer.Console;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;

/// Watches the console: its JSON, and its page in a real browser that is loaded once and never again.
final class FleetCheck {
  private static final Duration BROWSER_LIMIT = Duration.ofSeconds(60);

  /// The day's counts on the page, in the order of [Console.Counts].
  private static final String NUMBERS = "[data-key='numbers']";

  private static final String CONFIGURATION = "[data-key='configuration']";

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Stage stage;
  private Console.Counts before = new Console.Counts(0, 0, 0, 0, 0);
  private Console.Counts last = before;

  FleetCheck(Stage stage) {
    this.stage = stage;
  }

  /// Opens the terminal's page and remembers the counts.
  Step open() {
    return Step.step(
            "The operator's page shows the terminal online",
            () -> {
              stage.until("the terminal online", () -> stage.terminal().state().equals("online"));
              before = stage.terminal().counts();
              stage.until(
                  Layout.TERMINAL + " on the page",
                  () -> stage.page().text("body").contains(Layout.TERMINAL));
              stage.picturePage("console-online");
            })
        .within(BROWSER_LIMIT);
  }

  /// Waits until the terminal says that it acts by the configuration which the console made for it and signed.
  Step configured() {
    return Step.step(
            "The terminal has the configuration of its county and says so",
            () ->
                stage.until(
                    "the configuration as wanted",
                    () -> {
                      String shown = stage.page().text(CONFIGURATION);
                      return shown.contains("一致")
                          && !shown.contains("不一致")
                          && !shown.contains("未生效");
                    }))
        .within(Duration.ofSeconds(30));
  }

  /// Waits until the counts have changed as they should; the page must follow.
  Step counts(String name, BiPredicate<Console.Counts, Console.Counts> changed) {
    return Step.step(
            name,
            () -> {
              stage.until("the right counts", () -> changed.test(before, noted()));
              stage.until("the same counts on the page", this::pageFollows);
              stage.picturePage("console-counted");
            })
        .within(Duration.ofSeconds(20));
  }

  /// The counts now; a change goes to the timeline.
  private Console.Counts noted() {
    Console.Counts now = stage.terminal().counts();
    if (!now.equals(last)) {
      last = now;
      stage.note("the console counts " + now);
    }
    return now;
  }

  private boolean pageFollows() {
    Console.Counts now = stage.terminal().counts();
    List<Integer> expected =
        List.of(
            now.sessionsToday(),
            now.doneToday(),
            now.storedToday(),
            now.failedToday(),
            now.outboxDepth());
    return NUMBER
        .matcher(stage.page().text(NUMBERS))
        .results()
        .map(match -> Integer.valueOf(match.group()))
        .toList()
        .equals(expected);
  }

  /// The device's card on the page says that it is away.
  boolean pageShowsAway(String device) {
    return cardOf(device).contains("未连接");
  }

  /// The device's card on the page says that it works.
  boolean pageShowsReady(String device) {
    return cardOf(device).contains("正常");
  }

  private String cardOf(String device) {
    return stage.page().text("[data-key='device-" + device + "']");
  }
}
