package org.jiujin.console.web;

import java.util.List;
import org.jiujin.console.terminal.Counts;
import org.jiujin.console.terminal.TerminalView;

/// One terminal in words.
///
/// @param look the look of its mark: its state as in the API, or `serving`
/// @param app what the app does, in words
/// @param sharedIdentity that its identity is used twice, in words; empty if it is not
/// @param appLook `trouble` if the app is why the terminal is degraded, else empty
record TerminalLine(
    String name,
    String group,
    String place,
    String look,
    String state,
    String since,
    String age,
    String app,
    String appLook,
    String version,
    String lastHeard,
    String sharedIdentity,
    boolean outOfService,
    List<DeviceLine> devices,
    Counts today) {

  static final List<String> APP_TROUBLE = List.of("starting", "frozen", "crash_loop", "stopped");

  static TerminalLine of(TerminalView terminal, Wording wording) {
    return new TerminalLine(
        terminal.id().name(),
        terminal.id().group(),
        terminal.place(),
        ApiTerminal.word(terminal.state()),
        wording.state(terminal.state()),
        wording.time(terminal.since()),
        wording.age(terminal.since()),
        wording.appState(terminal.appState()),
        APP_TROUBLE.contains(terminal.appState()) ? "trouble" : "",
        terminal.appVersion(),
        wording.time(terminal.lastHeard()),
        wording.sharedIdentity(terminal.cloneSeen()),
        terminal.outOfService(),
        terminal.devices().stream().map(device -> DeviceLine.of(device, wording)).toList(),
        terminal.today());
  }
}
