package org.jiujin.device.escpos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.line.Link;

/// Looks for receipt printers on serial ports: what answers the four real-time questions in their form is one. Nothing is printed.
final class EscPosSearch {
  private EscPosSearch() {}

  /// Asks one port after the other.
  ///
  /// @param limit for all ports together
  static List<DeviceDriver.Found> on(List<String> ports, int baud, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    var found = new ArrayList<DeviceDriver.Found>();
    for (var port : ports) {
      if (System.nanoTime() < deadline && answers(port, baud)) {
        found.add(new DeviceDriver.Found(port, "ESC/POS printer"));
      }
    }
    return found;
  }

  private static boolean answers(String port, int baud) {
    var link = new Link(LinePorts.at(port, baud), InstantSource.system());
    try {
      return link.reach() instanceof Link.State.Up up
          && new RealTimeTalk(up.line()).inquire(true) instanceof StatusTalk.Inquiry.Known;
    } finally {
      link.retire();
    }
  }
}
