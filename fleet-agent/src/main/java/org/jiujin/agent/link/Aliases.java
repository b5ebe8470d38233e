package org.jiujin.agent.link;

import java.util.HashMap;
import java.util.Map;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.NodeMetric;

/// Gives each metric of the node and of its devices a number of its own, for the life of the agent.
final class Aliases {
  private final Map<String, Long> numbers = new HashMap<>();

  long of(NodeMetric metric) {
    return number(metric.wireName());
  }

  long of(String device, DeviceMetric metric) {
    return number(device + "|" + metric.wireName());
  }

  private long number(String key) {
    return numbers.computeIfAbsent(key, _ -> (long) numbers.size());
  }
}
