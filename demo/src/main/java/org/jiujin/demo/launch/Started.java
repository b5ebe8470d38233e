package org.jiujin.demo.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How starting a program went.
public sealed interface Started {
  /// It answers.
  ///
  /// @param took from the start of the process to its first answer
  record Ready(String program, Duration took) implements Started {}

  /// It does not answer, and nothing of it runs any more.
  ///
  /// @param why in one sentence
  /// @param log where the program says more
  /// @param lastLines the end of that log
  record Failed(String program, String why, Path log, List<String> lastLines) implements Started {}
}
