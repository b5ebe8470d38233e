package org.jiujin.agent.enrol;

import java.security.KeyPair;

/// A key that has no certificate yet, and the code that stands for it. The one is never used without the other.
record Claim(KeyPair keys, ClaimCode code) {
  @Override
  public String toString() {
    return "Claim[]";
  }
}
