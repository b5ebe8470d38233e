package org.jiujin.kiosk;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jiujin.fleet.local.LocalMessage.Settings;
import org.jiujin.fleet.local.LocalMessage.SettingsTaken;
import org.jiujin.kiosk.journey.JourneyPort;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.terminal.ProfileInForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts in force what the operator set from afar, all at once and never while a resident is being served.
///
/// A visit is served to its end by the settings with which it began.
final class TerminalSettings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSettings.class);

  private final ProfileInForce profile;
  private final JourneyPort visit;
  private final Executor painter;
  private final Runnable changed;
  private final Runnable unwatch;
  private @Nullable Waiting waiting; // the painter's alone

  private record Waiting(Settings settings, Consumer<SettingsTaken> answer) {}

  /// @param painter runs tasks on the thread on which the visit moves
  /// @param changed the screen at hand shows something that may be different now; called there
  TerminalSettings(ProfileInForce profile, JourneyPort visit, Executor painter, Runnable changed) {
    this.profile = profile;
    this.visit = visit;
    this.painter = painter;
    this.changed = changed;
    this.unwatch = visit.watch(this::look);
  }

  /// Takes settings; newer ones replace those that still wait. Returns at once; any thread.
  ///
  /// @param answer told once, when they are in force or refused; never, when newer ones came before that
  void take(Settings settings, Consumer<SettingsTaken> answer) {
    painter.execute(() -> {
      waiting = new Waiting(settings, answer);
      look(visit.state());
    });
  }

  @Override
  public void close() {
    unwatch.run();
  }

  private void look(State state) {
    Waiting next = waiting;
    if (next != null && state instanceof State.Attract) {
      waiting = null;
      long version = next.settings().version();
      List<String> refused = profile.apply(next.settings().values());
      LOG.info("Settings of configuration {}: {} refused", version, refused);
      if (refused.isEmpty()) {
        changed.run();
      }
      next.answer().accept(new SettingsTaken(version, refused));
    }
  }
}
