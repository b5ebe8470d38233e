package org.jiujin.console.terminal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jiujin.fleet.NodeMetric;
import org.jspecify.annotations.Nullable;

/// One terminal as the console knows it.
///
/// @param since since when the state is so, null if it never reported
/// @param place where it stands, in words
/// @param appState `starting`, `ready`, `serving`, `frozen`, `crash_loop` or `stopped`, or empty
/// @param lastHeard when its last message arrived, null if none did
/// @param devices in the order of their ids
/// @param today counts since midnight of the fleet's time zone
/// @param cloneSeen when two agents with its identity were last seen to alternate, null if never
/// @param metrics last value of each metric of the node: booleans, numbers, texts, and tables as lists of maps
public record TerminalView(
    TerminalId id,
    String place,
    TerminalState state,
    @Nullable Instant since,
    String appState,
    String appVersion,
    @Nullable Instant lastHeard,
    List<DeviceView> devices,
    Counts today,
    @Nullable Instant cloneSeen,
    Map<String, Object> metrics) {
  /// Whether an operator has taken it out of service.
  public boolean outOfService() {
    return Boolean.TRUE.equals(metrics.get(NodeMetric.APP_OUT_OF_SERVICE.wireName()));
  }
}
