package org.jiujin.agent.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jiujin.agent.link.SteppedLink;
import org.jiujin.agent.outbox.TestDisk;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Command;
import org.jspecify.annotations.Nullable;

/// One machine: what survives a kill and a loss of power, the clock on its wall, and the agent that lives on it at the moment.
final class SimulatedTerminal {
  static final String GROUP = "GS-621121";
  static final String NODE = "T621121001";
  static final String CLIENT_ID = "jiujin-" + NODE;

  private final World world;
  private final String name;
  private final SimulatedBroker broker;
  private final Operator operator;
  private final RecordAudit audit;
  private final int room;
  private final Network network;
  private final Premises premises;
  private final TestDisk disk;
  private final WholeFile births = new WholeFile(this::touch, this::isFull);
  private final WholeFile commands = new WholeFile(this::touch, this::isFull);
  private final BdSeqAudit bdSeqs;
  private Duration wrong = Duration.ZERO;
  private @Nullable SimulatedAgent agent;
  private boolean full;
  private boolean gone;
  private boolean leaving;
  private int touchesToDeath = -1;
  private int machineBoots;
  private int agents;
  private long agentSince;

  SimulatedTerminal(
      World world,
      String name,
      SimulatedBroker broker,
      Operator operator,
      RecordAudit audit,
      int room) {
    this.world = world;
    this.name = name;
    this.broker = broker;
    this.operator = operator;
    this.audit = audit;
    this.room = room;
    this.network = new Network(world);
    this.premises = new Premises(world, this::touch);
    this.disk = new TestDisk(new Random(world.random.nextLong()));
    this.bdSeqs = new BdSeqAudit(world, births);
  }

  /// Switches it on.
  void start() {
    if (gone || agent != null) {
      return;
    }
    agents++;
    audit.opened();
    bdSeqs.agentStarts();
    world.note(name + " agent " + agents + " starts");
    agentSince = world.millis();
    dying(() ->
        agent = new SimulatedAgent(world, this, name + "-agent-" + agents, "boot-" + machineBoots));
  }

  /// Lets this agent do something, if it still lives.
  void live(SimulatedAgent who, Runnable task) {
    if (agent == who) {
      dying(task);
    }
  }

  private void dying(Runnable task) {
    try {
      task.run();
    } catch (Killed _) {
      kill();
    } catch (TestDisk.PowerCut _) {
      if (world.chance(2)) {
        cutPower();
      } else {
        kill();
      }
    }
  }

  /// The agent does something that can be its last.
  void touch() {
    if (touchesToDeath >= 0 && touchesToDeath-- == 0) {
      throw new Killed();
    }
  }

  /// The agent dies at one of the next things that it does.
  void diesSoon() {
    if (world.chance(2)) {
      touchesToDeath = world.random.nextInt(25);
    } else {
      disk.cutPowerAfter(world.random.nextInt(25));
    }
  }

  /// The agent is ended by a signal, and systemd starts it again.
  void kill() {
    if (gone) {
      return;
    }
    world.note(name + " agent killed");
    disk.carryOn();
    network.processDies();
    premises.agentIsGone();
    agentGone();
    world.in(world.between(1000, 12_000), this::start);
  }

  /// The machine is without power for a while.
  void cutPower() {
    if (gone) {
      return;
    }
    world.note(name + " power cut");
    disk.restart();
    network.machineDies();
    premises.powerIsGone();
    machineBoots++;
    agentGone();
    world.in(world.between(20_000, 90_000), this::start);
  }

  private void agentGone() {
    agent = null;
    leaving = false;
    touchesToDeath = -1;
    bdSeqs.agentDies();
  }

  /// Nobody will ever switch it on again.
  void scrap() {
    if (!gone) {
      cutPower();
      gone = true;
    }
  }

  /// The agent ends in an orderly way, and systemd starts it again.
  void agentLeaves() {
    SimulatedAgent who = agent;
    if (who != null) {
      premises.agentLeaves();
      leaving = true;
      world.in(100, () -> live(who, who::askToStop));
      world.in(world.between(1000, 4000), () -> live(who, this::kill));
    }
  }

  void reboots() {
    SimulatedAgent who = agent;
    if (who != null) {
      premises.agentLeaves();
      leaving = true;
      world.in(100, () -> live(who, who::askToStop));
      world.in(world.between(1000, 4000), () -> live(who, this::cutPower));
    }
  }

  /// A command begins to be carried out here.
  void begins(Command command) {
    operator.begins(command, clock().instant(), longestVisit());
  }

  private long longestVisit() {
    long[] longest = {-1};
    premises.app(app -> longest[0] = Math.max(longest[0], app.servingFor()));
    return longest[0];
  }

  SteppedLink.Line connect(String clientId, String topic, byte[] will, SteppedLink.Ear ear) {
    touch();
    world.check(network.open() == 0, "one connection at a time");
    bdSeqs.connects(will);
    SimulatedLine line = broker.connect(network, clientId, topic, will, ear);
    return new TouchedLine(line, this::touch);
  }

  /// Somebody sets the clock.
  void setClock(Duration nowWrongBy) {
    world.note(name + " clock is wrong by " + nowWrongBy);
    wrong = nowWrongBy;
  }

  void full(boolean now) {
    full = now;
    disk.full(now);
    world.note(name + (now ? " disk full" : " disk has room"));
    long free = now ? 3 : 20_000;
    withAgent(who -> who.book().put(Map.of(NodeMetric.SYS_DISK_FREE_MB, MetricValue.of(free))));
  }

  void withAgent(Consumer<SimulatedAgent> task) {
    SimulatedAgent who = agent;
    if (who != null) {
      dying(() -> task.accept(who));
    }
  }

  /// After each event.
  void look() {
    withAgent(SimulatedAgent::look);
  }

  /// Takes over what another machine remembers: its disk was copied.
  void copyFrom(SimulatedTerminal other) {
    births.copy(other.births);
    commands.copy(other.commands);
  }

  @Nullable SimulatedAgent agent() {
    return agent;
  }

  /// For how long an agent has lived that means to stay; -1 without one.
  long agentAge() {
    return agent == null || leaving ? -1 : world.millis() - agentSince;
  }

  InstantSource clock() {
    return world.clock(() -> wrong);
  }

  boolean isFull() {
    return full;
  }

  Network network() {
    return network;
  }

  Premises premises() {
    return premises;
  }

  TestDisk disk() {
    return disk;
  }

  int room() {
    return room;
  }

  WholeFile births() {
    return births;
  }

  WholeFile commands() {
    return commands;
  }

  Operator operator() {
    return operator;
  }

  RecordAudit audit() {
    return audit;
  }
}
