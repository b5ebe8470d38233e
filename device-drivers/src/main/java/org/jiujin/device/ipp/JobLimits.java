package org.jiujin.device.ipp;

import java.time.Duration;

/// How long a job may take.
///
/// @param away how long the printer may be away in the middle of it
/// @param cancelling how long the printer is asked to end it
/// @param waiting for paper, or whatever else is missing
/// @param whole all of it
record JobLimits(Duration away, Duration cancelling, Duration waiting, Duration whole) {
  static final JobLimits USUAL =
      new JobLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10));
}
