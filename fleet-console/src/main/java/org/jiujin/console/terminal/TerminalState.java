package org.jiujin.console.terminal;

import java.util.Collection;
import java.util.Set;
import org.jiujin.fleet.AppState;

/// A terminal's condition in one word.
public enum TerminalState {
  /// Reachable, everything works, nobody is using it.
  ONLINE,
  /// As [#ONLINE], and a resident is using it.
  SERVING,
  /// Reachable, but its app or one of its devices does not work as it should.
  DEGRADED,
  /// Not reachable.
  OFFLINE,
  /// Registered, but has not reported yet.
  NEVER_SEEN;

  private static final Set<String> HEALTHY_APP =
      Set.of("", AppState.READY.word(), AppState.SERVING.word());

  /// What the facts amount to.
  ///
  /// @param seen whether it ever reported
  /// @param alive whether it is connected
  /// @param appState the app's state as reported, empty if it was not
  /// @param devices its devices; one that vanished with its terminal and has not reported since says nothing yet
  static TerminalState of(
      boolean seen, boolean alive, String appState, Collection<DeviceView> devices) {
    if (!seen) {
      return NEVER_SEEN;
    }
    if (!alive) {
      return OFFLINE;
    }
    if (!HEALTHY_APP.contains(appState)
        || devices.stream().anyMatch(device -> !device.awaited() && !device.healthy())) {
      return DEGRADED;
    }
    return appState.equals(AppState.SERVING.word()) ? SERVING : ONLINE;
  }

  /// Whether the terminal is connected.
  public boolean isReachable() {
    return this != OFFLINE && this != NEVER_SEEN;
  }

  /// Whether a change between the two is news. A resident coming and going is not.
  boolean differsForOperators(TerminalState other) {
    return asPresence() != other.asPresence();
  }

  /// The same without the difference between used and unused.
  public TerminalState asPresence() {
    return this == SERVING ? ONLINE : this;
  }
}
