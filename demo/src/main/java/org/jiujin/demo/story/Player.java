package org.jiujin.demo.story;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jiujin.demo.launch.Whole;

/// Plays stories and writes what it saw.
public final class Player {
  private final Path folder;
  private final PrintStream out;

  /// @param folder each story gets its own folder in it
  /// @param out where people read how it goes
  public Player(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /// Plays one story on the running whole.
  ///
  /// @throws IOException if pictures or timeline cannot be written
  /// @throws InterruptedException when the playing is being stopped
  public Ending play(Story story, Whole whole) throws IOException, InterruptedException {
    Path own = folder.resolve(story.name());
    Whole.wipe(own); // pictures of an earlier playing would be taken for ones of this
    Files.createDirectories(own);
    out.println(story.name() + " - " + story.about());
    var timeline = new Timeline(System::nanoTime);
    try (var stage = new Stage(whole, timeline, new Album(own))) {
      Ending ending = play(story, whole, stage, timeline, own);
      timeline.write(own);
      if (ending instanceof Ending.Broke) {
        keepLogs(whole.layout().logs(), own);
      }
      return ending;
    }
  }

  /// The next launch writes new logs; those of a story that broke are still wanted.
  private static void keepLogs(Path logs, Path own) throws IOException {
    Path kept = Files.createDirectories(own.resolve("logs"));
    try (var files = Files.list(logs)) {
      for (Path log : files.toList()) {
        Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Ending play(Story story, Whole whole, Stage stage, Timeline timeline, Path own)
      throws InterruptedException {
    List<Step> steps = story.steps(stage);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      stage.begin(step);
      long start = timeline.elapsedMillis();
      String why = whyNot(step);
      if (why.isEmpty()) {
        why = whole.fallen().map(program -> program + " has ended by itself").orElse("");
      }
      if (!why.isEmpty()) {
        timeline.add("FAILED: " + why);
        String seen = stage.seen();
        pictureOfFailure(stage);
        out.println("  FAILED  " + step.name());
        return new Ending.Broke(story.name(), step.name(), why, seen, took(timeline), own);
      }
      timeline.add("held");
      out.printf(
          Locale.ROOT,
          "  %2d/%d  %s (%d ms)%n",
          i + 1,
          steps.size(),
          step.name(),
          timeline.elapsedMillis() - start);
    }
    return new Ending.Held(story.name(), steps.size(), took(timeline), own);
  }

  /// Why the step did not hold, or empty when it did.
  private static String whyNot(Step step) throws InterruptedException {
    try {
      step.action().play();
      return "";
    } catch (StepFailed failed) {
      return failed.why();
    } catch (UncheckedIOException silent) {
      return String.valueOf(silent.getMessage());
    }
  }

  private static void pictureOfFailure(Stage stage) {
    try {
      stage.pictureScreen("failed");
    } catch (UncheckedIOException silent) {
      stage.note("no picture: the screen does not answer");
    }
  }

  private static Duration took(Timeline timeline) {
    return Duration.ofMillis(timeline.elapsedMillis());
  }
}
