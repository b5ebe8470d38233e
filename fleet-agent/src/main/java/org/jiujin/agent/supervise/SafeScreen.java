package org.jiujin.agent.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What residents see while the app rests in a crash loop: a program of its own that says 暂停服务 and where to call.
///
/// For the supervisor's thread; [#hide] also after it.
final class SafeScreen {
  private static final Logger LOG = LoggerFactory.getLogger(SafeScreen.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

  private final Machine machine;
  private @Nullable AppProcess process;
  private @Nullable Instant startAt;

  SafeScreen(Machine machine) {
    this.machine = machine;
  }

  void show(Instant now) {
    if (machine.hasSafeScreen()) {
      startAt = now;
      look(now);
    }
  }

  /// Starts the program when it is due; one that ended is due again a while later.
  void look(Instant now) {
    if (startAt == null) {
      return;
    }
    if (process != null && !process.alive()) {
      LOG.warn("the safe screen ended with {}", process.exitValue());
      process = null;
      startAt = now.plus(AGAIN_AFTER);
    }
    if (process == null && !now.isBefore(startAt)) {
      start(now);
    }
  }

  /// Ends the program; it holds nothing, so it is not asked first.
  void hide() {
    startAt = null;
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  private void start(Instant now) {
    try {
      process = machine.startSafeScreen();
    } catch (IOException e) {
      LOG.error("the safe screen cannot be started; see app.safe-screen in the configuration", e);
      startAt = now.plus(AGAIN_AFTER);
    }
  }
}
