package org.jiujin.agent.watchdog;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says that the agent lives only while each of its threads does: one that has not looked for a while is named in the log,
/// and the service manager, no longer told, ends the agent and starts it anew.
public final class Watchdog {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final Map<String, Supplier<Duration>> sinceLastBeat;
  private final Duration limit;
  private boolean told;

  /// @param sinceLastBeat by the thread's name, how long ago it last looked
  /// @param limit no thread that works takes longer
  public Watchdog(Map<String, Supplier<Duration>> sinceLastBeat, Duration limit) {
    this.sinceLastBeat = Map.copyOf(sinceLastBeat);
    this.limit = limit;
  }

  /// Whether all threads live. For one thread.
  public boolean allAlive() {
    String stuck =
        sinceLastBeat.entrySet().stream()
            .filter(thread -> thread.getValue().get().compareTo(limit) > 0)
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!stuck.isEmpty() && !told) {
      LOG.error("stuck for more than {} s: {}", limit.toSeconds(), stuck);
    }
    told = !stuck.isEmpty();
    return stuck.isEmpty();
  }
}
