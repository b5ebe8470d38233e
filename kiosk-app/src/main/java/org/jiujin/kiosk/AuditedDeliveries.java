package org.jiujin.kiosk;

import org.jiujin.kiosk.application.LateAnswer;
import org.jiujin.kiosk.application.LocalNumber;
import org.jiujin.kiosk.audit.AuditEvent;
import org.jiujin.kiosk.audit.AuditPen;
import org.jiujin.kiosk.platform.PlatformProblem;

/// Accounts for applications that ended after their resident had gone.
///
/// @param pen the terminal's own
record AuditedDeliveries(AuditPen pen) implements LateAnswer {
  @Override
  public void accepted(LocalNumber number, String caseNumber) {
    pen.note(new AuditEvent.ApplicationAccepted("", number, caseNumber));
  }

  @Override
  public void refused(LocalNumber number, PlatformProblem problem) {
    pen.note(new AuditEvent.ApplicationRefused("", number, problem.code()));
  }
}
