package org.jiujin.kiosk.application;

import org.jiujin.kiosk.platform.PlatformProblem;

/// How filing an application ended.
public sealed interface FilingOutcome {
  /// The platform accepted it.
  ///
  /// @param caseNumber 办件编号
  record Accepted(String caseNumber, LocalNumber localNumber) implements FilingOutcome {}

  /// It is on this terminal's disk and is sent when the platform is back (已存本机).
  record StoredHere(LocalNumber localNumber) implements FilingOutcome {}

  /// The platform said no; nothing personal is kept.
  record Refused(PlatformProblem problem) implements FilingOutcome {}

  /// It is not on disk, so it is not filed. The fault's name is the short code for the screen.
  record NotStored(StoreFault fault) implements FilingOutcome {}
}
