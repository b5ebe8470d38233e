package org.jiujin.device.sam;

import java.util.List;
import java.util.function.IntFunction;
import org.jiujin.device.line.LinePort;

/// The speed of a reader's line: known, or found by trying one after the other (devices reference, 3.1).
///
/// Used from the lane only.
final class SamSpeed implements LinePort {
  static final int FASTEST = 115_200;
  private static final List<Integer> ALL = List.of(FASTEST, 9_600, 57_600, 38_400, 19_200);

  private final IntFunction<LinePort> ports;
  private final List<Integer> speeds;
  private int current;

  private SamSpeed(IntFunction<LinePort> ports, List<Integer> speeds) {
    this.ports = ports;
    this.speeds = speeds;
  }

  /// A line whose speed is known, or that has none.
  static SamSpeed fixed(LinePort port) {
    return new SamSpeed(baud -> port, List.of(FASTEST));
  }

  /// A line whose speed is to be found.
  ///
  /// @param ports the port at a speed in baud
  static SamSpeed sought(IntFunction<LinePort> ports) {
    return new SamSpeed(ports, ALL);
  }

  @Override
  public Opening open() {
    return ports.apply(speeds.get(current)).open();
  }

  /// Whether the reader talks more slowly than it could.
  boolean slow() {
    return speeds.get(current) < FASTEST;
  }

  /// The next opening is at another speed, if there is one to try.
  ///
  /// @return false when there is none
  boolean tryNext() {
    current = (current + 1) % speeds.size();
    return speeds.size() > 1;
  }

  /// The next opening is at the highest speed.
  void raise() {
    current = 0;
  }
}
