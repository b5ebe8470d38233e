package org.jiujin.demo.story;

/// A step of a story did not hold. The message says what was waited for; it holds nothing personal.
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  public StepFailed(String why) {
    super(why);
    this.why = why;
  }

  /// What was waited for.
  public String why() {
    return why;
  }
}
