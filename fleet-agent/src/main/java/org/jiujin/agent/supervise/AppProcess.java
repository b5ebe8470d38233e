package org.jiujin.agent.supervise;

import java.util.OptionalLong;

/// A program that was started: the app, or the safe screen. For one thread.
interface AppProcess {
  long pid();

  boolean alive();

  /// Once it has ended; 128 and the signal's number when a signal ended it.
  int exitValue();

  /// What it said last, once it has ended; see [LastWords].
  String lastWords();

  /// What it takes of the memory now, in megabytes; empty when that cannot be read.
  OptionalLong megabytes();

  /// SIGTERM.
  void destroy();

  /// SIGKILL.
  void destroyForcibly();
}
