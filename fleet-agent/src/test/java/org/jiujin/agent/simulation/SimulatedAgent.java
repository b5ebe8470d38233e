package org.jiujin.agent.simulation;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jiujin.agent.command.SteppedDesk;
import org.jiujin.agent.health.HealthBook;
import org.jiujin.agent.link.SteppedLink;
import org.jiujin.agent.outbox.SteppedRecorder;
import org.jiujin.agent.supervise.AppWatch;
import org.jiujin.agent.supervise.SteppedSupervisor;
import org.jiujin.agent.time.SteadyTime;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;

/// One life of the agent: the real parts, put together as `org.jiujin.agent.Agent` does, their threads in the place of which
/// stand events.
final class SimulatedAgent {
  private static final long BEAT = 3000;

  private final World world;
  private final SimulatedTerminal terminal;
  private final HealthBook book;
  private final SteppedRecorder recorder;
  private final SteppedLink link;
  private final SteppedSupervisor supervisor;
  private final SteppedDesk desk;
  private final CommandCrew crew;
  private final List<Turn> turns = new ArrayList<>();
  private boolean durable = true;
  private long dropped;

  /// @throws Killed if it does not survive its own start
  SimulatedAgent(World world, SimulatedTerminal terminal, String boot, String machineBoot) {
    this.world = world;
    this.terminal = terminal;
    InstantSource clock = terminal.clock();
    var steady = new SteadyTime(clock, () -> world.millis() * 1_000_000);
    book = new HealthBook(this::changed);
    book.put(
        Map.of(
            NodeMetric.SYS_BOOT_ID, MetricValue.of(boot),
            NodeMetric.NET_TAKE_OVERS, MetricValue.of(0),
            NodeMetric.APP_RESTARTS, MetricValue.of(0)));
    recorder =
        new SteppedRecorder(terminal.disk(), terminal.room(), book::snapshot, this::figures, clock);
    recorder.recorder().add(new RecordBody.AgentStarted("1.0", boot));
    link =
        new SteppedLink(
            SimulatedTerminal.GROUP,
            SimulatedTerminal.NODE,
            terminal::connect,
            terminal.births().ofBirths(),
            clock,
            steady,
            new Random(world.random.nextLong()),
            book::snapshot,
            book::put,
            recorder.recorder());
    try {
      supervisor = new SteppedSupervisor(terminal.premises(), new Watch(), steady);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    crew = new CommandCrew(world, terminal, book, supervisor.supervisor());
    desk =
        new SteppedDesk(
            SimulatedTerminal.GROUP,
            SimulatedTerminal.NODE,
            machineBoot,
            Operator.VERBS,
            terminal.commands().ofCommands(),
            terminal.operator()::keys,
            crew,
            () -> book.appState() == AppState.SERVING,
            this::tell,
            clock);
    link.link().commandsTo(desk::arrived);
    supervisor.begin();
    turns.add(new Turn(this::linkTurn, link::pending));
    turns.add(new Turn(supervisor::turn, supervisor::pending));
    turns.add(new Turn(this::recorderTurn, recorder::pending));
    turns.add(new Turn(desk::turn, desk::pending));
    turns.forEach(Turn::beat);
  }

  /// One thread: looks up now and then, and soon when something waits.
  private final class Turn {
    private final Runnable turn;
    private final BooleanSupplier pending;
    private boolean soon;

    Turn(Runnable turn, BooleanSupplier pending) {
      this.turn = turn;
      this.pending = pending;
    }

    void beat() {
      world.in(world.between(BEAT / 6, BEAT), () -> terminal.live(SimulatedAgent.this, this::due));
    }

    private void due() {
      turn.run();
      beat();
    }

    void look() {
      if (!soon && pending.getAsBoolean()) {
        soon = true;
        world.within(15, () -> terminal.live(SimulatedAgent.this, this::hurry));
      }
    }

    private void hurry() {
      soon = false;
      turn.run();
    }
  }

  /// Wakes the threads for which something waits.
  void look() {
    turns.forEach(Turn::look);
  }

  private void linkTurn() {
    link.turn();
    audit();
  }

  private void recorderTurn() {
    recorder.turn();
    audit();
  }

  private void audit() {
    terminal.audit().look(recorder.recorder().waiting(), durable, dropped);
  }

  private void changed() {
    if (link != null) { // the book speaks before there is a link
      link.link().changed();
    }
  }

  private void tell(ByteString result) {
    terminal.touch();
    link.link().tell(result);
  }

  private void figures(Map<NodeMetric, MetricValue> figures) {
    if (figures.get(NodeMetric.OUTBOX_DURABLE) instanceof MetricValue.Flag(var now)) {
      durable = now;
    }
    if (figures.get(NodeMetric.OUTBOX_DROPPED) instanceof MetricValue.Int64(var now)) {
      dropped = now;
    }
    book.put(figures);
  }

  /// Leaves the broker in an orderly way.
  void askToStop() {
    recorder.recorder().add(new RecordBody.AgentStopped());
    link.askToStop();
  }

  HealthBook book() {
    return book;
  }

  int waiting() {
    return recorder.recorder().waiting().size();
  }

  boolean durable() {
    return durable;
  }

  /// As the agent's own: writes down what the supervisor sees.
  private final class Watch implements AppWatch {
    private AppState state = AppState.STOPPED;

    @Override
    public void appIs(AppState now) {
      state = now;
      world.note("app is " + now);
      book.appIs(now);
      recorder.recorder().appIs(now);
    }

    @Override
    public void appReports(LocalMessage.Report report) {
      book.appReports(report);
    }

    @Override
    public void processIs(long pid, int restarts) {
      book.put(
          Map.of(
              NodeMetric.APP_PID, MetricValue.of(pid),
              NodeMetric.APP_RESTARTS, MetricValue.of(restarts)));
    }

    @Override
    public void processEnded(int exit, String lastWords) {
      terminal.premises().ended(state);
      recorder.recorder().appEnded(exit, lastWords);
    }

    @Override
    public void processWeighs(long megabytes) {
      book.put(Map.of(NodeMetric.APP_MEMORY_MB, MetricValue.of(megabytes)));
    }

    @Override
    public void versionIs(String version) {
      book.put(Map.of(NodeMetric.APP_VERSION, MetricValue.of(version)));
    }

    @Override
    public void appGreets() {
      crew.appGreets();
    }

    @Override
    public void orderDone(LocalMessage.OrderDone done) {
      crew.orderDone(done);
    }
  }
}
