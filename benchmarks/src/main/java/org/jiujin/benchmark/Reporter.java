package org.jiujin.benchmark;

import java.util.List;
import java.util.Map;

/// A program that takes part in `bench agent`: it reports a terminal to the broker that it is told.
///
/// @param name in the tables
/// @param command how it is started for this run
/// @param environment beside what this process has
record Reporter(String name, Command command, Map<String, String> environment) {
  /// The command line for one run.
  @FunctionalInterface
  interface Command {
    List<String> of(AgentRun.Place place);
  }
}
