package org.jiujin.device.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jiujin.device.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a line open: opens a new one after a loss, ever more slowly while the line flaps or the port refuses.
///
/// Used from one lane thread; only [#retire()] may come from another. A port that is merely not there is looked for at each call, which costs nothing.
public final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /// A line that held this long has stopped flapping.
  private static final Duration STEADY = Duration.ofSeconds(5);

  private final LinePort port;
  private final InstantSource time;
  private volatile State state;
  private volatile boolean retired;
  private Instant openedAt = Instant.MIN;
  private Instant retryAt = Instant.MIN;
  private Duration pause = FIRST_PAUSE;
  private int flaps;

  public Link(LinePort port, InstantSource time) {
    this.port = port;
    this.time = time;
    this.state = new State.Down(Fault.of(Fault.Code.NOT_CONNECTED));
  }

  /// The open line, or why there is none; tries to open one when it is time.
  public State reach() {
    if (state instanceof State.Up(var line, _) && line.lost()) {
      drop();
    }
    if (state instanceof State.Down && !time.instant().isBefore(retryAt)) {
      state = open();
    }
    return state;
  }

  /// Lets go of the line; the next [#reach()] opens a new one.
  public void drop() {
    if (closeLine()) {
      flaps = steady() ? 1 : flaps + 1;
      LOG.info("A line was lost, {} in short order", flaps);
      slowDown();
    }
  }

  /// Ends this link for good, because the thread that uses it hangs.
  public void retire() {
    retired = true;
    closeLine();
  }

  /// Says that the device answered, so that its first command needs no second try any more.
  public void proven() {
    if (state instanceof State.Up(var line, var fresh) && fresh) {
      state = new State.Up(line, false);
    }
  }

  private boolean closeLine() {
    if (!(state instanceof State.Up(var line, _))) {
      return false;
    }
    state = new State.Down(Fault.of(Fault.Code.NOT_CONNECTED));
    line.close();
    return true;
  }

  private State open() {
    if (retired) {
      return state;
    }
    return switch (port.open()) {
      case LinePort.Opening.Opened(var line) -> {
        openedAt = time.instant();
        yield new State.Up(line, true);
      }
      case LinePort.Opening.Missing(var fault) -> {
        if (fault.code() == Fault.Code.PORT_REFUSED) {
          slowDown();
        }
        yield new State.Down(fault);
      }
    };
  }

  private void slowDown() {
    if (steady()) {
      pause = FIRST_PAUSE;
    }
    retryAt = time.instant().plus(pause);
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private boolean steady() {
    return !openedAt.equals(Instant.MIN)
        && Duration.between(openedAt, time.instant()).compareTo(STEADY) >= 0;
  }

  /// Whether there is a line.
  public sealed interface State {
    /// There is.
    ///
    /// @param fresh nothing was answered on it yet; the first answer after opening may get lost
    record Up(Line line, boolean fresh) implements State {}

    /// There is none.
    record Down(Fault fault) implements State {}
  }
}
