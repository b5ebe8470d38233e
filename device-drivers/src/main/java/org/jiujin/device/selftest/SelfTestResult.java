package org.jiujin.device.selftest;

import org.jiujin.device.Fault;

/// How a self-test ended. Never says anything personal about what was laid on the device.
public sealed interface SelfTestResult {
  /// The device did what it should.
  ///
  /// @param what was done, in a word for the log: `printed`, `card-read`
  record Passed(String what) implements SelfTestResult {}

  /// The device works, but somebody should look after it.
  record PassedWith(Fault fault) implements SelfTestResult {}

  /// The device did not do it.
  record Failed(Fault fault) implements SelfTestResult {}

  /// Nobody did what the test needs: no card was laid in time.
  record NobodyThere() implements SelfTestResult {}

  /// Whether the device can be used.
  default boolean passed() {
    return this instanceof Passed || this instanceof PassedWith;
  }
}
