package org.jiujin.agent.enrol;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// Who the terminal is: its key, and the certificate for it.
///
/// @param chain the terminal's own certificate first, those between it and the authority after it
record Identity(PrivateKey key, List<X509Certificate> chain) {
  /// @throws IllegalArgumentException without a certificate
  Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("an identity has a certificate");
    }
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  Life life() {
    return new Life(
        certificate().getNotBefore().toInstant(), certificate().getNotAfter().toInstant());
  }

  @Override
  public String toString() {
    return "Identity[" + certificate().getSerialNumber().toString(16) + "]";
  }
}
