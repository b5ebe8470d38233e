package org.jiujin.agent.simulation;

import com.google.protobuf.ByteString;
import java.time.Duration;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;

/// One history of a terminal: mishaps for a while, then quiet, in which everything must come right.
final class Story {
  private static final Duration MISHAPS = Duration.ofMinutes(15);
  private static final Duration CLONE_TIME = Duration.ofMinutes(30);
  private static final Duration QUIET_LIMIT = Duration.ofMinutes(40);

  /// Retry, connect limit, both keep-alives, and looking up.
  private static final long ONLINE_WITHIN = 60_000 + 10_000 + 60_000 + 15_000;

  /// The longest that an agent leaves its session to another, which may be gone by then.
  private static final long RIVAL_MEMORY = 915_000;

  private static final String[] DEVICES = {"idcard", "receipt", "camera"};

  private final World world;
  private final SimulatedBroker broker;
  private final SimulatedHost host;
  private final Operator operator;
  private final RecordAudit audit;
  private final SimulatedTerminal terminal;
  private final Agreement agreement;
  private final boolean withClone;
  private @Nullable SimulatedTerminal clone;
  private boolean quiet;
  private long quietSince;

  Story(long seed) {
    world = new World(seed);
    withClone = seed % 10 == 9;
    broker = new SimulatedBroker(world);
    operator = new Operator(world);
    Topic commands =
        Topic.ofNode(SimulatedTerminal.GROUP, MessageType.NCMD, SimulatedTerminal.NODE);
    host = new SimulatedHost(world, broker, commands, SimulatedTerminal.CLIENT_ID, operator::hears);
    audit = new RecordAudit(world, host);
    int room = world.chance(3) ? 24 : 2000;
    terminal = new SimulatedTerminal(world, "T", broker, operator, audit, room);
    agreement = new Agreement(terminal, host, operator, audit);
  }

  World world() {
    return world;
  }

  /// Tells it to the end.
  ///
  /// @throws AssertionError with the broken promise
  void tell() {
    world.afterEach(this::look);
    terminal.start();
    residents();
    inspections();
    if (withClone) {
      cloneComes();
    } else {
      mishap();
    }
    world.run(withClone ? CLONE_TIME : MISHAPS);
    becomeQuiet();
    long end = world.millis() + QUIET_LIMIT.toMillis();
    do {
      operator.untold().forEach(host::command);
      world.run(Duration.ofSeconds(40));
    } while (world.millis() < end && !agreement.missing().isEmpty());
    world.check(agreement.missing().isEmpty(), "in the end " + agreement.missing());
    if (withClone) {
      checkClone();
    }
  }

  private void look() {
    terminal.look();
    if (clone != null) {
      clone.look();
    }
  }

  private void mishap() {
    if (quiet) {
      return;
    }
    something();
    world.in(world.between(500, 18_000), this::mishap);
  }

  private void something() {
    Premises premises = terminal.premises();
    switch (world.random.nextInt(24)) {
      case 0, 1 -> weather();
      case 2 -> {
        if (broker.up()) {
          broker.goDown();
          world.in(world.between(500, 60_000), broker::comeUp);
        }
      }
      case 3 -> {
        if (host.up()) {
          host.restart(world.between(500, 90_000));
        }
      }
      case 4 -> broker.lossyToHost(world.chance(2));
      case 5, 6 -> premises.app(SimulatedApp::freeze);
      case 7, 8 -> premises.app(app -> app.end(1));
      case 9 ->
          premises.temper(
              world.chance(2) ? Premises.Temper.SOUND : world.oneOf(Premises.Temper.values()));
      case 10 -> premises.app(app -> app.grow(world.between(300, 1800)));
      case 11, 12, 13 -> device();
      case 14 -> terminal.kill();
      case 15, 16 -> terminal.diesSoon();
      case 17 -> {
        if (world.chance(3)) {
          terminal.cutPower();
        }
      }
      case 18 -> terminal.setClock(Duration.ofSeconds(world.between(-7200, 7200)));
      case 19 -> terminal.full(world.chance(2));
      case 20 -> premises.safeScreenFails();
      case 21, 22 -> host.command(operator.order(terminal.clock().instant()));
      default -> {
        ByteString again = operator.again();
        if (!again.isEmpty()) {
          host.command(again);
        }
      }
    }
  }

  private void weather() {
    terminal.network().turn(world.oneOf(Network.Weather.values()));
    if (world.chance(2)) {
      world.in(world.between(1000, 100_000), () -> terminal.network().turn(Network.Weather.GOOD));
    }
  }

  private void device() {
    String id = world.oneOf(DEVICES);
    if (world.chance(5)) {
      terminal.premises().unplug(id);
      return;
    }
    var state = world.oneOf(DeviceState.values());
    String fault =
        switch (state) {
          case READY -> "";
          case DEGRADED -> "PAPER_LOW";
          case UNAVAILABLE -> world.chance(2) ? "NOT_CONNECTED" : "PAPER_END";
        };
    Mend mend = fault.isEmpty() ? Mend.NOBODY : Mend.STAFF;
    terminal
        .premises()
        .device(new DeviceReport(id, "kind", "model", true, state, fault, mend, world.now()));
  }

  private void residents() {
    terminal.premises().app(SimulatedApp::residentComes);
    world.in(
        world.between(10_000, 120_000),
        () -> {
          terminal.premises().app(SimulatedApp::residentGoes);
          world.in(world.between(5000, 120_000), quiet ? () -> {} : this::residents);
        });
  }

  private void cloneComes() {
    world.in(
        world.between(10_000, 120_000),
        () -> {
          var other =
              new SimulatedTerminal(
                  world, "C", broker, operator, new RecordAudit(world, host), 2000);
          other.copyFrom(terminal);
          clone = other;
          other.start();
        });
  }

  private void becomeQuiet() {
    world.note("quiet");
    quiet = true;
    if (clone != null) {
      clone.scrap();
    }
    terminal.full(false);
    terminal.network().turn(Network.Weather.GOOD);
    terminal.premises().temper(Premises.Temper.SOUND);
    terminal.premises().app(app -> app.grow(300));
    broker.lossyToHost(false);
    if (!broker.up()) {
      broker.comeUp();
    }
    quietSince = world.millis();
  }

  private void inspections() {
    terminal.premises().inspect();
    checkOnline();
    world.in(1000, this::inspections);
  }

  /// An agent with a broker that is reachable and willing is there soon, whatever its clocks say.
  private void checkOnline() {
    boolean willing = broker.up() && terminal.network().good() && terminal.agent() != null;
    long since = Math.max(broker.upSince(), terminal.network().since());
    long waited = Math.min(world.millis() - since, terminal.agentAge());
    boolean rivals = withClone && (!quiet || world.millis() - quietSince < RIVAL_MEMORY);
    if (willing && !rivals && waited > ONLINE_WITHIN) {
      world.check(
          broker.bornSession(SimulatedTerminal.CLIENT_ID) != null, "an agent that can be there is");
    }
  }

  private void checkClone() {
    world.check(host.cloneSeen(), "the host sees two agents with one identity");
    world.check(
        host.has(one -> one.body() instanceof RecordBody.CloneSuspected),
        "an agent tells of the other");
  }
}
