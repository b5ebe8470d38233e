package org.jiujin.update.trust.source;

import java.time.Duration;

/// How slow a transfer may be.
///
/// @param answer until the server begins to answer
/// @param whole from the beginning to the last byte
/// @param window the time over which the rate is looked at
/// @param bytesInWindow how many bytes must come in each such time
public record Pace(Duration answer, Duration whole, Duration window, long bytesInWindow) {
  /// For metadata: 15 s to answer, 2 minutes for all, 1 KiB in 10 s.
  public static final Pace METADATA =
      new Pace(Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofSeconds(10), 1024);

  /// For target files: 15 s to answer, 2 hours for all, 16 KiB in 30 s.
  public static final Pace TARGETS =
      new Pace(Duration.ofSeconds(15), Duration.ofHours(2), Duration.ofSeconds(30), 16 * 1024);
}
