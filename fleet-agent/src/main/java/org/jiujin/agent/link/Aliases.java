package org.jiujin.agent.link;

import java.util.HashMap;
import java.util.Map;
import org.jiujin.agent.health.Extra;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.NodeMetric;

/// Gives each metric of the node and of its devices a number of its own, from one birth of the node to the next.
///
/// A device that is born again gets new numbers: there are hosts (Eclipse Tahu's, 1.0.19) that refuse a birth with
/// numbers that they know, even from the same device.
final class Aliases {
  /// So many numbers are worth a new beginning: hosts keep them all.
  private static final int PLENTY = 10_000;

  private final Map<String, Long> numbers = new HashMap<>();
  private long given;

  long of(NodeMetric metric) {
    return number(metric.wireName());
  }

  long of(String device, DeviceMetric metric) {
    return number(of(device) + metric.wireName());
  }

  long of(Extra extra) {
    return number(extra.device() == null ? extra.name() : of(extra.device()) + extra.name());
  }

  /// The node is born: begins with 0 again.
  void restart() {
    numbers.clear();
    given = 0;
  }

  /// The device is born: its metrics get new numbers.
  void forget(String device) {
    numbers.keySet().removeIf(key -> key.startsWith(of(device)));
  }

  /// Whether so many numbers were given since the birth of the node that it should be born again.
  boolean plenty() {
    return given > PLENTY;
  }

  /// No id and no name holds this character.
  private static String of(String device) {
    return device + "\n";
  }

  private long number(String key) {
    return numbers.computeIfAbsent(key, _ -> given++);
  }
}
