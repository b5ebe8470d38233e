package org.jiujin.demo.story;

import java.time.Duration;

/// One step of a story.
///
/// @param name what happens, as a sentence
/// @param limit how long all waiting in the step may take together
/// @param action throws [StepFailed] when it does not happen
public record Step(String name, Duration limit, Action action) {
  /// What a step does.
  public interface Action {
    /// Plays the step.
    ///
    /// @throws InterruptedException when the playing is being stopped
    void play() throws InterruptedException;
  }

  /// The limit of a step that names none.
  static final Duration USUAL_LIMIT = Duration.ofSeconds(15);

  public static Step step(String name, Action action) {
    return new Step(name, USUAL_LIMIT, action);
  }

  /// The same step with another limit.
  public Step within(Duration other) {
    return new Step(name, other, action);
  }
}
