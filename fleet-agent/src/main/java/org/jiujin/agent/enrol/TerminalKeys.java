package org.jiujin.agent.enrol;

import java.security.GeneralSecurityException;
import java.security.KeyPair;

/// Where the terminal's keys come from. A TPM or an SM chip takes this place: its private keys are handles, which sign but
/// cannot be read, and what is written down for them is what the chip needs to find them again. None is shipped.
interface TerminalKeys {
  /// Makes a key that nobody had before.
  KeyPair make();

  /// What is written down for a key, in PEM.
  String written(KeyPair keys);

  /// The key that was written down.
  ///
  /// @throws GeneralSecurityException if this is none
  KeyPair read(String text) throws GeneralSecurityException;
}
