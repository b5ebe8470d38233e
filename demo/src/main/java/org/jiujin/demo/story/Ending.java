package org.jiujin.demo.story;

import java.nio.file.Path;
import java.time.Duration;

/// How the playing of a story ended.
public sealed interface Ending {
  String story();

  Duration took();

  /// Where pictures and timeline are.
  Path folder();

  /// Every step held.
  record Held(String story, int steps, Duration took, Path folder) implements Ending {}

  /// A step did not hold; those after it were not played.
  ///
  /// @param why what was waited for
  /// @param seen what the terminal showed instead
  record Broke(String story, String step, String why, String seen, Duration took, Path folder)
      implements Ending {}
}
