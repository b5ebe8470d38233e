package org.jiujin.kiosk.application;

import org.jiujin.kiosk.platform.PlatformProblem;

/// How a rating ended.
public sealed interface RatingOutcome {
  /// The platform has it.
  record Recorded() implements RatingOutcome {}

  /// It is on this terminal's disk and follows its application.
  record StoredHere() implements RatingOutcome {}

  /// The platform said no, because the case was rated before, for example.
  record Refused(PlatformProblem problem) implements RatingOutcome {}

  /// It is lost.
  record NotStored(StoreFault fault) implements RatingOutcome {}
}
