package org.jiujin.demo.stories;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;

/// Looks for what the resident may have left behind.
final class TracesCheck {
  private TracesCheck() {}

  /// Nothing personal in any log, on the terminal or at the operator's. The platform may know the person.
  static Step step(Stage stage) {
    return Step.step("Nothing personal is left in logs and stores", () -> check(stage));
  }

  private static void check(Stage stage) {
    Layout layout = stage.whole().layout();
    List<Path> found =
        Stream.of(
                layout.logs(),
                layout.kiosk(),
                layout.agent(),
                layout.console(),
                layout.bench(),
                layout.temporary())
            .flatMap(folder -> Traces.in(folder, Applicant.traces()).stream())
            .map(layout.run()::relativize)
            .toList();
    if (!found.isEmpty()) {
      throw new StepFailed("personal data was left in " + found);
    }
  }
}
