package org.jiujin.demo.stories;

import java.time.Duration;
import java.util.function.BiPredicate;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.peer.Console;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;

/// Watches the console: its JSON, and its page in a real browser that is loaded once and never again.
final class FleetCheck {
  private static final Duration BROWSER_LIMIT = Duration.ofSeconds(60);

  private final Stage stage;
  private Console.Counts before = new Console.Counts(0, 0, 0, 0, 0);

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

  /// Waits until the counts have changed as they should; the page must follow.
  Step counts(String name, BiPredicate<Console.Counts, Console.Counts> changed) {
    return Step.step(
            name,
            () -> {
              stage.until(
                  "the right counts", () -> changed.test(before, stage.terminal().counts()));
              stage.picturePage("console-counted");
            })
        .within(Duration.ofSeconds(20));
  }
}
