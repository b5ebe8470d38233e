package org.jiujin.agent.supervise;

import java.io.IOException;
import java.time.InstantSource;

/// The real [Supervisor] on a simulated machine, turned by whoever simulates its thread.
public final class SteppedSupervisor {
  /// A machine that other packages can simulate.
  public interface Ground extends Machine {
    @Override
    Program startApp() throws IOException;

    @Override
    Program startSafeScreen() throws IOException;
  }

  /// A process that other packages can simulate.
  public interface Program extends AppProcess {}

  private final Supervisor supervisor;

  public SteppedSupervisor(Ground ground, AppWatch watch, InstantSource steady) throws IOException {
    supervisor = new Supervisor(ground, SupervisionPolicy.Timing.USUAL, watch, steady);
  }

  /// The supervisor itself, for those who tell it something.
  public Supervisor supervisor() {
    return supervisor;
  }

  /// What comes before the first turn.
  public void begin() {
    supervisor.begin();
  }

  /// One turn of its thread.
  public void turn() {
    supervisor.turn();
  }

  /// Whether the next turn is due at once.
  public boolean pending() {
    return supervisor.pending();
  }
}
