package org.jiujin.agent.enrol;

import java.security.KeyPair;

/// Gives certificates. Each call ends within half a minute.
interface EstServer {
  /// Asks for the first certificate, with the code that the operator has.
  EstAnswer enrol(Claim claim) throws InterruptedException;

  /// Asks for the next one, with the present one.
  ///
  /// @param fresh the key that it is for
  EstAnswer renew(Identity present, KeyPair fresh) throws InterruptedException;
}
