package org.jiujin.console.enrolment;

import java.security.cert.X509Certificate;

/// What a terminal is told.
sealed interface EstAnswer {
  /// Its certificate.
  record Certificate(X509Certificate certificate) implements EstAnswer {}

  /// Nobody has decided yet (RFC 7030, 4.2.3).
  record Wait() implements EstAnswer {}

  /// No.
  ///
  /// @param status of HTTP
  /// @param why for whoever reads the terminal's log
  record Refused(int status, String why) implements EstAnswer {}
}
