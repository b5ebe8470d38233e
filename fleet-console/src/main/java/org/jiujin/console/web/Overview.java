package org.jiujin.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiujin.console.configuration.Configurations.Wanted;
import org.jiujin.console.terminal.Counts;
import org.jiujin.console.terminal.CountyNames;
import org.jiujin.console.terminal.TerminalState;
import org.jiujin.console.terminal.TerminalView;

/// The page of all terminals: numbers over the chosen county, and its terminals, those in trouble first.
record Overview(
    Choice choice,
    List<County> counties,
    long all,
    long total,
    long online,
    long serving,
    long degraded,
    long offline,
    long drifting,
    Counts today,
    List<TerminalLine> lines) {

  /// What the operator chose to see.
  ///
  /// @param county a Sparkplug group, or empty for all
  /// @param state a state as in the API, [#DRIFTING], or empty for all
  record Choice(String county, String state) {}

  /// The choice of those that are not configured as wanted.
  private static final String DRIFTING = "drifting";

  /// A county in the navigation.
  ///
  /// @param troubled how many of its terminals are not online
  record County(String group, String name, long terminals, long troubled) {}

  /// @param wanted the configurations that are wanted, by the terminal's name
  static Overview of(
      List<TerminalView> fleet,
      Map<String, Wanted> wanted,
      Choice choice,
      Wording wording,
      CountyNames names) {
    Predicate<TerminalView> drifts =
        terminal ->
            ReportedConfiguration.of(terminal.metrics())
                .differsFrom(wanted.get(terminal.id().name()));
    List<TerminalView> county =
        fleet.stream()
            .filter(terminal ->
                choice.county().isEmpty() || terminal.id().group().equals(choice.county()))
            .toList();
    List<TerminalLine> lines =
        county.stream()
            .filter(
                choice.state().equals(DRIFTING)
                    ? drifts
                    : terminal ->
                        choice.state().isEmpty() || presence(terminal).equals(choice.state()))
            .sorted(Comparator.comparingInt((TerminalView terminal) -> urgency(terminal.state())))
            .map(terminal -> TerminalLine.of(terminal, wording))
            .toList();
    return new Overview(
        choice,
        counties(fleet, names),
        fleet.size(),
        county.size(),
        count(county, TerminalState.ONLINE) + count(county, TerminalState.SERVING),
        count(county, TerminalState.SERVING),
        count(county, TerminalState.DEGRADED),
        count(county, TerminalState.OFFLINE) + count(county, TerminalState.NEVER_SEEN),
        county.stream().filter(drifts).count(),
        county.stream().map(TerminalView::today).reduce(Counts.NONE, Counts::plus),
        lines);
  }

  private static List<County> counties(List<TerminalView> fleet, CountyNames names) {
    Map<String, List<TerminalView>> byGroup =
        fleet.stream()
            .collect(
                Collectors.groupingBy(
                    terminal -> terminal.id().group(), TreeMap::new, Collectors.toList()));
    return byGroup.entrySet().stream()
        .map(entry ->
            new County(
                entry.getKey(),
                names.of(entry.getKey()),
                entry.getValue().size(),
                entry.getValue().stream().filter(Overview::isTroubled).count()))
        .toList();
  }

  private static boolean isTroubled(TerminalView terminal) {
    return terminal.state().asPresence() != TerminalState.ONLINE;
  }

  /// Never seen counts as offline here: both are not there.
  private static String presence(TerminalView terminal) {
    return switch (terminal.state()) {
      case ONLINE, SERVING -> "online";
      case DEGRADED -> "degraded";
      case OFFLINE, NEVER_SEEN -> "offline";
    };
  }

  private static int urgency(TerminalState state) {
    return switch (state) {
      case OFFLINE -> 0;
      case DEGRADED -> 1;
      case NEVER_SEEN -> 2;
      case SERVING, ONLINE -> 3;
    };
  }

  private static long count(List<TerminalView> terminals, TerminalState state) {
    return terminals.stream().filter(terminal -> terminal.state() == state).count();
  }
}
