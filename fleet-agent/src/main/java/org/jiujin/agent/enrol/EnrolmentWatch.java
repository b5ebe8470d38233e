package org.jiujin.agent.enrol;

import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;

/// Hears how the enrolment goes, on its thread; must not wait.
public interface EnrolmentWatch {
  /// Whether the terminal is to be registered, and with what code: at every change.
  void claimIs(LocalMessage.Claim claim);

  /// Whole days until the certificate ends, at every change; negative after the end.
  void certificateEndsIn(int days);

  /// Something that the operator must learn of, however late.
  void tell(RecordBody body);
}
