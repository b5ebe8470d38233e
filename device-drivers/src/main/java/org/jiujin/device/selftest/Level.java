package org.jiujin.device.selftest;

/// How far a self-test goes; as `checkHealth` in JavaPOS.
public enum Level {
  /// Asks the device how it is. Nobody notices.
  INTERNAL,
  /// Lets the device do something: print a strip, ring, take a picture. Nobody is needed.
  EXTERNAL,
  /// Needs somebody who lays a card, holds up a code or looks at the paper.
  INTERACTIVE
}
