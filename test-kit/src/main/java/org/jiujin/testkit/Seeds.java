package org.jiujin.testkit;

import java.util.stream.LongStream;

/// The seeds of random walks: a few in every build, many in a long run (`./kiosk test --long`, `-Dkiosk.long=true`).
///
/// A failure names its seed, so that it can be walked again.
public final class Seeds {
  /// How many times as many seeds a long run walks.
  private static final int LONG_RUN = 40;

  private Seeds() {}

  /// The seeds from 0 on.
  ///
  /// @param usual how many in a build that people wait for
  public static LongStream count(int usual) {
    return LongStream.range(0, Boolean.getBoolean("kiosk.long") ? (long) usual * LONG_RUN : usual);
  }
}
