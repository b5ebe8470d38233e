package org.jiujin.device.line;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.LaneDevice;

/// A driver whose device hangs on a [Line]: the line is opened anew after a loss, and one lost answer is forgiven.
public abstract class LineDevice extends LaneDevice {
  /// One late answer is no reason to call a device dead.
  private static final int SILENCES = 2;

  private final LinePort linePort;
  private final InstantSource time;
  private volatile Link link;
  private int silences;

  protected LineDevice(DevicePort port, LinePort linePort, InstantSource time) {
    super(port, time);
    this.linePort = linePort;
    this.time = time;
    this.link = new Link(linePort, time);
  }

  @Override
  public void close() {
    super.close();
    link.retire();
  }

  /// The link in use. Work keeps the one that it began with: after a hang there is another.
  protected final Link link() {
    return link;
  }

  @Override
  protected final void look() {
    var used = link;
    switch (used.reach()) {
      case Link.State.Up up -> look(used, up);
      case Link.State.Down(var fault) -> down(fault);
    }
  }

  /// Asks the device how it is, over a line that is open. On the lane.
  protected abstract void look(Link used, Link.State.Up up);

  /// The device answered; silences are counted from zero again.
  protected final void heard() {
    silences = 0;
  }

  /// Something went wrong on the line: a loss drops the line, a passing trouble is reported when it comes twice in a row.
  ///
  /// @param passing whether the fault may be gone with the next question: noise, one lost answer
  protected final void report(Link used, Line line, Fault fault, boolean passing) {
    if (!current()) {
      return;
    }
    if (line.lost()) {
      used.drop();
      down(Fault.of(Fault.Code.NOT_CONNECTED));
    } else if (!passing || ++silences >= SILENCES) {
      down(fault);
    }
  }

  /// The device is not to be used.
  protected final void down(Fault fault) {
    if (!current()) {
      return;
    }
    if (fault.code() == Fault.Code.NOT_CONNECTED) {
      silences = 0;
      unplugged();
    }
    unavailable(fault);
  }

  /// Another device may be plugged in next: forget what was learnt about this one. On the lane.
  protected void unplugged() {}

  @Override
  protected final void letGo() {
    link.retire();
    link = new Link(linePort, time);
  }
}
