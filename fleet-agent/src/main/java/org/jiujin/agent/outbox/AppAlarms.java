package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.record.RecordBody;

/// Decides which ends of the app are worth a record. Holds no thread and no clock; for one thread.
final class AppAlarms {
  static final int AT_ONCE = 6;
  static final Duration THEN_ONE_EVERY = Duration.ofMinutes(10);

  private final Allowance allowance;
  private AppState state = AppState.STOPPED;
  private boolean looping;
  private int untold;

  /// @param looping whether a crash loop was told before the agent was started anew, and not its end
  AppAlarms(boolean looping, Instant now) {
    this.looping = looping;
    allowance = new Allowance(AT_ONCE, THEN_ONE_EVERY, now);
  }

  /// The app is in this state now.
  List<RecordBody> is(AppState now) {
    state = now;
    if (now == AppState.CRASH_LOOP && !looping) {
      looping = true;
      return List.of(new RecordBody.CrashLoop());
    }
    if (now == AppState.READY && looping) {
      looping = false;
      return List.of(new RecordBody.CrashLoopOver());
    }
    return List.of();
  }

  /// The app's process ended while it was in that state.
  List<RecordBody> ended(int exit, String lastWords, Instant now) {
    boolean wanted = state == AppState.STOPPED || (state == AppState.STARTING && exit == 0);
    if (wanted) {
      return List.of();
    }
    untold++;
    if (!allowance.take(now)) {
      return List.of();
    }
    var told = new RecordBody.AppEnded(exit, lastWords, untold);
    untold = 0;
    return List.of(told);
  }
}
