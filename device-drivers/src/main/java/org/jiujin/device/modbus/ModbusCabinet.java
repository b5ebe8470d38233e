package org.jiujin.device.modbus;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.BuzzerPattern;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.cabinet.Readings;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jspecify.annotations.Nullable;

/// A cabinet on an IO board.
///
/// Twice a second all that is wired is read, outputs too: a board that was restarted has forgotten them and is told again.
/// Ten times a second outputs are compared with what is wished.
final class ModbusCabinet extends LineDevice implements Cabinet {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration READ_EVERY = Duration.ofMillis(500);

  /// One question without an answer ends a look; the others are answered at once. Longer than that, at the longest limit.
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(20);

  private static final Duration SWITCH_LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final BoardSettings board;
  private final InstantSource time;
  private final Exchange exchange;
  private final ReadingsBoard shown;
  private final Wishes wishes = new Wishes();
  private final AtomicBoolean closed = new AtomicBoolean();

  /// What the cells held when they were read or written last. Lane only, as are the next two.
  private Map<Cell, Integer> cells = new HashMap<>();

  private long readAt = System.nanoTime();
  private @Nullable Fault outputFault;

  ModbusCabinet(
      DevicePort port, LinePort line, Framing framing, BoardSettings board, InstantSource time) {
    super(port, line, time);
    this.board = board;
    this.time = time;
    this.exchange = new Exchange(framing, board.answerLimit());
    this.shown = new ReadingsBoard(port.id(), new Senses(board.wiring()));
  }

  void start() {
    subscribe(status -> {
      if (!status.usable()) {
        shown.forget();
      }
    });
    lookEvery(LOOK_EVERY, LOOK_LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.CABINET,
        "Modbus",
        port().simulated(),
        board.wiring().capabilities());
  }

  @Override
  public Readings readings() {
    return status().usable() ? shown.readings() : shown.unknown();
  }

  @Override
  public Subscription watch(Consumer<Readings> listener) {
    return shown.subscribe(listener);
  }

  @Override
  public SwitchOutcome lampOn(Duration atMost) {
    if (!atMost.isPositive() || atMost.compareTo(LONGEST_LIGHT) > 0) {
      throw new IllegalArgumentException("a lamp burns up to " + LONGEST_LIGHT + ", not " + atMost);
    }
    return change(
        board.wiring().lamp(), () -> wishes.lampOn(atMost, System.nanoTime()), wishes::lampOff);
  }

  @Override
  public SwitchOutcome lampOff() {
    return change(board.wiring().lamp(), wishes::lampOff, wishes::lampOff);
  }

  @Override
  public SwitchOutcome buzz(BuzzerPattern pattern) {
    return change(
        board.wiring().buzzer(), () -> wishes.buzz(pattern, System.nanoTime()), wishes::silence);
  }

  @Override
  public SwitchOutcome silence() {
    return change(board.wiring().buzzer(), wishes::silence, wishes::silence);
  }

  @Override
  protected void leaseEnded() {
    wishes.nothing();
  }

  /// Leaves lamp and buzzer off, if the board listens.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      wishes.nothing();
      onLane(
          CLOSING,
          () -> {
            if (link().reach() instanceof Link.State.Up up && !up.fresh()) {
              switchOutputs(link(), up);
            }
            return true;
          },
          lateness -> false); // the board's own watchdog is next
    }
    super.close();
  }

  private SwitchOutcome change(Point.@Nullable Relay relay, Runnable wish, Runnable takeBack) {
    if (!admitsCaller()) {
      return new SwitchOutcome.Refused(Fault.of(Fault.Code.IN_USE));
    }
    if (relay == null) {
      return new SwitchOutcome.Refused(Fault.of(Fault.Code.MISCONFIGURED, "not wired"));
    }
    return onLane(
        SWITCH_LIMIT,
        () -> changeNow(relay, wish, takeBack),
        lateness ->
            switch (lateness) {
              case NEVER_BEGUN -> new SwitchOutcome.Refused(Fault.of(Fault.Code.NO_ANSWER));
              case BEGUN -> new SwitchOutcome.Uncertain(Fault.of(Fault.Code.NO_ANSWER));
            });
  }

  private SwitchOutcome changeNow(Point.Relay relay, Runnable wish, Runnable takeBack) {
    var used = link();
    return switch (used.reach()) {
      case Link.State.Down(var fault) -> {
        down(fault);
        yield new SwitchOutcome.Refused(fault);
      }
      case Link.State.Up up -> {
        if (up.fresh() || !status().usable()) {
          read(used, up); // whether the line echoes must be known before anything is written
        }
        var trouble = status().usable() ? null : status().trouble().orElseThrow();
        if (trouble != null) {
          yield new SwitchOutcome.Refused(trouble);
        }
        wish.run();
        yield switch (set(used, up, relay)) {
          case Answer.Said _ -> new SwitchOutcome.Switched();
          case Answer.Excepted excepted -> {
            takeBack.run();
            yield new SwitchOutcome.Refused(excepted.fault());
          }
          case Answer.Failed failed -> new SwitchOutcome.Uncertain(failed.fault());
        };
      }
    };
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    if (up.fresh() || System.nanoTime() - readAt >= 0) {
      readAt = System.nanoTime() + READ_EVERY.toNanos();
      outputFault = null;
      if (!read(used, up)) {
        return;
      }
    }
    if (outputFault == null) {
      switchOutputs(used, up);
    }
  }

  /// Reads all that is wired; false when the board did not answer.
  private boolean read(Link used, Link.State.Up up) {
    var values = new HashMap<Cell, Integer>();
    for (var run : board.runs()) {
      switch (exchange.ask(used, up, Question.read(run))) {
        case Answer.Said(var some) -> values.putAll(some);
        case Answer.Failed failed -> {
          trouble(used, up, failed);
          return false;
        }
      }
    }
    if (current()) {
      cells = values;
      heard();
      shown.show(values, time.instant());
      show();
    }
    return true;
  }

  private void show() {
    board.limits().worst(shown.readings(), status()).ifPresentOrElse(this::degraded, this::ready);
  }

  private void switchOutputs(Link used, Link.State.Up up) {
    for (var relay : board.wiring().relays()) {
      if (cells.containsKey(relay.cell()) && cells.get(relay.cell()) != wished(relay)) {
        set(used, up, relay);
      }
    }
  }

  private int wished(Point.Relay relay) {
    long now = System.nanoTime();
    return relay.value(
        relay.equals(board.wiring().lamp()) ? wishes.lampAt(now) : wishes.buzzerAt(now));
  }

  private Answer set(Link used, Link.State.Up up, Point.Relay relay) {
    int value = wished(relay);
    var answer = exchange.ask(used, up, Question.write(relay.cell(), value, board.writesMany()));
    switch (answer) {
      case Answer.Said _ -> cells.put(relay.cell(), value);
      case Answer.Excepted excepted -> outputFault = excepted.fault();
      case Answer.Failed failed -> trouble(used, up, failed);
    }
    return answer;
  }

  private void trouble(Link used, Link.State.Up up, Answer.Failed failed) {
    readAt = System.nanoTime(); // looked at again at once, so that a dead board is known soon
    report(used, up.line(), failed.fault(), failed.passing());
  }

  @Override
  protected void unplugged() {
    exchange.forget();
    cells = new HashMap<>();
  }
}
