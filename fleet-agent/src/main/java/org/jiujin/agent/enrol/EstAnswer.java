package org.jiujin.agent.enrol;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/// What came of a request for a certificate.
sealed interface EstAnswer {
  /// The certificate.
  ///
  /// @param chain the terminal's own first; checked
  record Issued(List<X509Certificate> chain) implements EstAnswer {
    public Issued {
      chain = List.copyOf(chain);
    }
  }

  /// An operator has not accepted yet.
  record Waits(Duration askAgainAfter) implements EstAnswer {}

  /// The server knows us and says no: the code belongs to another key, or the certificate was withdrawn.
  record Refused() implements EstAnswer {}

  /// Neither yes nor no.
  ///
  /// @param reason a word for records
  /// @param detail for the log
  record Failed(String reason, String detail) implements EstAnswer {}
}
