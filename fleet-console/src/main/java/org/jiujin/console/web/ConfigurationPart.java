package org.jiujin.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.console.configuration.Desired;
import org.jiujin.fleet.configuration.Effective;

/// What is wanted of a terminal, and how far it is, in words.
///
/// @param wanted the version that is wanted
/// @param reported the version that the terminal says it has
/// @param look `online` when all is as wanted, else `degraded`
/// @param state how the two compare
/// @param drift what is not in force and why
/// @param settings what is wanted, each with the level that decides it
record ConfigurationPart(
    String wanted,
    String reported,
    String look,
    String state,
    List<String> drift,
    List<TerminalPage.Measure> settings) {
  static ConfigurationPart of(
      Optional<Desired> wanted, Map<String, Object> metrics, Wording wording) {
    ReportedConfiguration reported = ReportedConfiguration.of(metrics);
    List<String> drift = drift(reported.drift(), wording);
    String state = state(wanted, reported, drift);
    return new ConfigurationPart(
        wanted.map(desired -> String.valueOf(desired.version())).orElse("—"),
        reported.version() < 0 ? "—" : String.valueOf(reported.version()),
        state.equals("same") || state.equals("none") ? "online" : "degraded",
        wording.text("configuration." + state) + outcome(state, wanted, wording),
        drift,
        wanted.map(desired -> settings(desired, wording)).orElse(List.of()));
  }

  private static String state(
      Optional<Desired> wanted, ReportedConfiguration reported, List<String> drift) {
    if (wanted.isEmpty()) {
      return "none";
    }
    if (reported.version() < 0) {
      return "silent";
    }
    if (!wanted.get().isReported(reported.version(), reported.digest())) {
      return "differs";
    }
    return drift.isEmpty() ? "same" : "drifts";
  }

  private static String outcome(String state, Optional<Desired> wanted, Wording wording) {
    String outcome = wanted.map(Desired::outcome).orElse("");
    return state.equals("differs") && !outcome.isEmpty()
        ? wording.text("configuration.outcome", wording.outcome(outcome))
        : "";
  }

  private static List<String> drift(String told, Wording wording) {
    List<String> lines = new ArrayList<>();
    for (String one : told.split(" ", -1)) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        lines.add(
            wording.text(
                "configuration.drift",
                wording.setting(one.substring(0, equals)),
                wording.drift(one.substring(equals + 1))));
      }
    }
    return lines;
  }

  private static List<TerminalPage.Measure> settings(Desired desired, Wording wording) {
    Effective effective = desired.configuration().effective();
    return effective.values().keySet().stream()
        .map(name -> {
          Effective.Sourced sourced = effective.settings().get(name);
          return new TerminalPage.Measure(
              wording.setting(name),
              sourced == null
                  ? ""
                  : wording.text(
                      "configuration.value",
                      sourced.value(),
                      wording.text("scope." + sourced.scope().word())));
        })
        .toList();
  }
}
