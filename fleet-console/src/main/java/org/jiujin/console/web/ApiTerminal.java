package org.jiujin.console.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jiujin.console.terminal.Counts;
import org.jiujin.console.terminal.DeviceView;
import org.jiujin.console.terminal.SupplyView;
import org.jiujin.console.terminal.TerminalState;
import org.jiujin.console.terminal.TerminalView;
import org.jspecify.annotations.Nullable;

/// A terminal as other programs read it.
///
/// @param state `online`, `degraded`, `offline` or `never-seen`; whether it is in use stands in `appState`
/// @param since null if the terminal never reported
/// @param outOfService whether an operator has taken it out of service
/// @param identitySharedAt when another agent was last seen to use its identity, null if never
record ApiTerminal(
    String id,
    String group,
    String state,
    @Nullable Instant since,
    String appState,
    boolean outOfService,
    @Nullable Instant identitySharedAt,
    List<ApiDevice> devices,
    ApiCounts counts) {

  record ApiDevice(
      String id,
      boolean online,
      String state,
      String fault,
      String mend,
      Instant since,
      List<SupplyView> supplies) {
    static ApiDevice of(DeviceView device) {
      return new ApiDevice(
          device.id(),
          device.online(),
          device.state(),
          device.fault(),
          device.mend(),
          device.since(),
          device.supplies());
    }
  }

  record ApiCounts(
      long sessionsToday, long doneToday, long storedToday, long failedToday, long outboxDepth) {
    static ApiCounts of(Counts counts) {
      return new ApiCounts(
          counts.sessions(), counts.done(), counts.stored(), counts.failed(), counts.outboxDepth());
    }
  }

  static ApiTerminal of(TerminalView terminal) {
    return new ApiTerminal(
        terminal.id().name(),
        terminal.id().group(),
        word(terminal.state().asPresence()),
        terminal.since(),
        terminal.appState(),
        terminal.outOfService(),
        terminal.cloneSeen(),
        terminal.devices().stream().map(ApiDevice::of).toList(),
        ApiCounts.of(terminal.today()));
  }

  static String word(TerminalState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
