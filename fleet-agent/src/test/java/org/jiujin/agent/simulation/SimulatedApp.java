package org.jiujin.agent.simulation;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jiujin.agent.supervise.SteppedSupervisor;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;

/// One process of the app: it starts in its time, answers, reports, serves residents, and fails in the ways that apps fail.
final class SimulatedApp implements SteppedSupervisor.Program {
  private final World world;
  private final Premises premises;
  private final long pid;
  private final long startedAt;
  private @Nullable Consumer<LocalMessage> agent;
  private boolean alive = true;
  private boolean linked;
  private int exit;
  private long frozenSince = -1;
  private long servingSince = -1;
  private long megabytes = 300;
  private int sessions;

  SimulatedApp(World world, Premises premises, long pid, Consumer<LocalMessage> agent) {
    this.world = world;
    this.premises = premises;
    this.pid = pid;
    this.startedAt = world.millis();
    this.agent = agent;
    begin();
  }

  private void begin() {
    switch (premises.temper()) {
      case SOUND -> world.in(world.between(1500, 20_000), this::greet);
      case DIES_AT_START -> world.in(world.between(300, 5000), () -> end(1));
      case NEVER_COMES -> frozenSince = startedAt;
    }
  }

  private void greet() {
    if (alive && frozenSince < 0) {
      linked = true;
      tell(new LocalMessage.Hello(pid, "1.0"));
      repeatReport();
    }
  }

  private void repeatReport() {
    if (alive) {
      report();
      world.in(10_000, this::repeatReport);
    }
  }

  /// Reports how everything is.
  void report() {
    if (linked && frozenSince < 0) {
      var state = servingSince < 0 ? AppState.READY : AppState.SERVING;
      tell(
          new LocalMessage.Report(
              List.of(
                  metric(NodeMetric.APP_STATE, MetricValue.of(state.word())),
                  metric(NodeMetric.APP_SESSIONS_TODAY, MetricValue.of(sessions))),
              new ArrayList<>(premises.devices().values())));
    }
  }

  private Metric metric(NodeMetric metric, MetricValue value) {
    return Metric.named(metric.wireName(), world.now(), value);
  }

  private void tell(LocalMessage message) {
    LocalMessage heard = overTheWire(message);
    world.within(
        20,
        () -> {
          Consumer<LocalMessage> ear = agent;
          if (ear != null) {
            ear.accept(heard);
          }
        });
  }

  /// The agent says something.
  void hear(LocalMessage message) {
    LocalMessage heard = overTheWire(message);
    world.within(
        20,
        () -> {
          if (alive && linked && frozenSince < 0) {
            answer(heard);
          }
        });
  }

  private void answer(LocalMessage message) {
    switch (message) {
      case LocalMessage.Ping(var nonce) ->
          world.within(
              300,
              () -> {
                if (alive && frozenSince < 0) {
                  tell(new LocalMessage.Pong(nonce));
                }
              });
      case LocalMessage.Stop _ -> {
        premises.askedToStop(this);
        servingSince = -1; // whoever stood there was told
        world.within(3000, () -> end(0));
      }
      case LocalMessage.Order(var id, _, _) ->
          world.within(
              3000,
              () -> {
                if (alive && frozenSince < 0 && !world.chance(10)) {
                  tell(new LocalMessage.OrderDone(id, CommandState.DONE, "", ByteString.EMPTY));
                }
              });
      case LocalMessage.Claim _ -> {} // shown, and answered by nobody
      case LocalMessage.Settings(var version, _) ->
          tell(new LocalMessage.SettingsTaken(version, List.of()));
      case LocalMessage.Hello _,
          LocalMessage.Report _,
          LocalMessage.Pong _,
          LocalMessage.OrderDone _,
          LocalMessage.SettingsTaken _,
          LocalMessage.AuditHead _ ->
          throw new AssertionError("only apps say that");
    }
  }

  /// The agent's process is gone, and its socket with it.
  void agentIsGone() {
    agent = null;
  }

  void freeze() {
    if (linked && frozenSince < 0) {
      world.note("app " + pid + " freezes");
      frozenSince = world.millis();
    }
  }

  void grow(long toMegabytes) {
    megabytes = toMegabytes;
  }

  void residentComes() {
    if (linked && servingSince < 0 && frozenSince < 0) {
      world.note("resident comes");
      servingSince = world.millis();
      sessions++;
      report();
    }
  }

  void residentGoes() {
    if (servingSince >= 0) {
      world.note("resident goes");
      servingSince = -1;
      report();
    }
  }

  void end(int code) {
    if (alive) {
      world.note("app " + pid + " ends with " + code);
      alive = false;
      linked = false;
      exit = code;
    }
  }

  /// For how long a resident has been using it; -1 when nobody does, or can.
  long servingFor() {
    return alive && servingSince >= 0 && frozenSince < 0 ? world.millis() - servingSince : -1;
  }

  /// For how long it has not answered; -1 when it does.
  long frozenFor() {
    return alive && frozenSince >= 0 ? world.millis() - frozenSince : -1;
  }

  boolean isLinked() {
    return alive && linked;
  }

  long weight() {
    return megabytes;
  }

  long startedAt() {
    return startedAt;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public boolean alive() {
    return alive;
  }

  @Override
  public int exitValue() {
    return exit;
  }

  @Override
  public String lastWords() {
    return exit == 1 ? "java.lang.IllegalStateException at org.jiujin.kiosk.A.b(A.java:1)" : "";
  }

  @Override
  public OptionalLong megabytes() {
    return OptionalLong.of(megabytes);
  }

  @Override
  public void destroy() {
    if (frozenSince < 0 || world.chance(2)) { // a frozen one may not even do this
      world.within(500, () -> end(143));
    }
  }

  @Override
  public void destroyForcibly() {
    world.within(50, () -> end(137));
  }

  private static LocalMessage overTheWire(LocalMessage message) {
    var bytes = new ByteArrayOutputStream();
    try {
      LocalCodec.write(message, bytes);
      return LocalCodec.read(new ByteArrayInputStream(bytes.toByteArray())).orElseThrow();
    } catch (IOException | MalformedMessageException e) {
      throw new AssertionError("the local link carries what it was given", e);
    }
  }
}
