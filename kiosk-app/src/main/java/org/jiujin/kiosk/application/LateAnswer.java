package org.jiujin.kiosk.application;

import org.jiujin.kiosk.platform.PlatformProblem;

/// Hears how applications ended that were sent after their resident had gone. Called on the sender's thread; must return quickly.
public interface LateAnswer {
  /// Tells nobody.
  LateAnswer UNHEARD =
      new LateAnswer() {
        @Override
        public void accepted(LocalNumber number, String caseNumber) {}

        @Override
        public void refused(LocalNumber number, PlatformProblem problem) {}
      };

  /// The platform accepted it.
  ///
  /// @param caseNumber 办件编号
  void accepted(LocalNumber number, String caseNumber);

  /// The platform said no.
  void refused(LocalNumber number, PlatformProblem problem);
}
