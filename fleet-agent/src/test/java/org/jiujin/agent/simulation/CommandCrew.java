package org.jiujin.agent.simulation;

import java.util.Map;
import org.jiujin.agent.command.SteppedDesk;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.supervise.Supervisor;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;

/// Carries out commands as `AppOrders` and `MachineRestart` do, which wait on threads and so cannot be simulated.
final class CommandCrew implements SteppedDesk.Work {
  private final World world;
  private final SimulatedTerminal terminal;
  private final HealthBook book;
  private final Supervisor supervisor;
  private @Nullable Job job;

  CommandCrew(World world, SimulatedTerminal terminal, HealthBook book, Supervisor supervisor) {
    this.world = world;
    this.terminal = terminal;
    this.book = book;
    this.supervisor = supervisor;
  }

  /// What is being carried out.
  private final class Job {
    private final Command command;
    private final SteppedDesk.Ended ended;

    Job(Command command, SteppedDesk.Ended ended) {
      this.command = command;
      this.ended = ended;
    }

    void end(CommandState state, String reason) {
      if (job == this) {
        job = null;
        ended.accept(state, reason);
      }
    }
  }

  @Override
  public void begin(Command command, SteppedDesk.Ended ended) {
    terminal.touch();
    terminal.begins(command);
    world.check(job == null, "one command at a time");
    var mine = new Job(command, ended);
    job = mine;
    CommandVerb verb = command.knownVerb().orElseThrow();
    switch (verb) {
      case RESTART_APP -> {
        terminal.premises().renewalWanted();
        supervisor.restartApp();
        world.in(120_000, () -> mine.end(CommandState.FAILED, "not-back"));
      }
      case RESTART_AGENT -> terminal.agentLeaves();
      case REBOOT -> terminal.reboots();
      case COLLECT_LOGS -> world.within(3000, () -> mine.end(CommandState.DONE, ""));
      case MESSAGE, SCREENSHOT -> order(mine);
      default -> throw new AssertionError(verb + " is not supported here");
    }
    terminal.touch();
  }

  private void order(Job mine) {
    AppState state = book.appState();
    if (state != AppState.READY && state != AppState.SERVING) {
      world.within(5, () -> mine.end(CommandState.FAILED, "no-app"));
      return;
    }
    supervisor.order(new LocalMessage.Order(mine.command.id(), mine.command.verb(), Map.of()));
    world.in(30_000, () -> mine.end(CommandState.FAILED, "no-answer"));
  }

  void appGreets() {
    Job mine = job;
    if (mine != null && mine.command.verb().equals(CommandVerb.RESTART_APP.word())) {
      terminal.premises().renewed();
      mine.end(CommandState.DONE, "");
    }
  }

  void orderDone(LocalMessage.OrderDone done) {
    Job mine = job;
    if (mine != null && mine.command.id().equals(done.id())) {
      mine.end(done.state(), done.reason());
    }
  }
}
