package org.jiujin.kiosk.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Effect;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Journey;
import org.jiujin.kiosk.journey.JourneyPort;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.journey.Turn;

/// Holds the state of the visit at hand, and with it everything personal that is in memory.
///
/// Events are taken one after the other on the executor given, the JavaFX application thread in the terminal. An answer
/// of a runner that comes after its visit was wiped is dropped: nothing of one resident reaches the next.
public final class Visit implements JourneyPort {
  private final Executor turns;
  private final EffectRunner runner;
  private final List<Consumer<State>> watchers = new CopyOnWriteArrayList<>();
  private volatile State state = Journey.start();
  private long number;

  /// @param turns runs every step of the journey, one at a time and in order
  public Visit(Executor turns, EffectRunner runner) {
    this.turns = turns;
    this.runner = runner;
  }

  /// The state now. Any thread.
  @Override
  public State state() {
    return state;
  }

  /// Takes an event of the resident. Any thread; returns at once.
  @Override
  public void send(Event event) {
    turns.execute(() -> take(event));
  }

  /// Tells of every new state, on the thread of the turns. Any thread.
  ///
  /// @return stops telling
  @Override
  public Runnable watch(Consumer<State> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private void answer(long askedIn, Event event) {
    turns.execute(() -> {
      if (askedIn == number) {
        take(event);
      }
    });
  }

  private void take(Event event) {
    Turn turn = Journey.next(state, event);
    boolean changed = !turn.state().equals(state);
    state = turn.state();
    for (Effect effect : turn.effects()) {
      long askedIn = number;
      runner.run(effect, answer -> answer(askedIn, answer));
      if (effect instanceof Effect.EndSession) {
        number++;
      }
    }
    if (changed) {
      watchers.forEach(watcher -> watcher.accept(turn.state()));
    }
  }
}
