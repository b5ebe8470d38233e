package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the app is, as the agent sees it.
///
/// @since 0.1.0
public enum AppState {
  /// The process was started and has not reported yet.
  STARTING,
  /// It answers, and nobody is using it.
  READY,
  /// A resident is using it.
  SERVING,
  /// The process is there and does not answer.
  FROZEN,
  /// It failed too often; residents see that there is no service, and it is tried again later.
  CRASH_LOOP,
  /// There is no process.
  STOPPED;

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<AppState> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
