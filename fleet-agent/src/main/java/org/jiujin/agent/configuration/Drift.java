package org.jiujin.agent.configuration;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Setting;

/// Says what of a configuration is not in force, and why: names and words, never values.
final class Drift {
  /// The console shows no more of a text.
  static final int MOST_CHARACTERS = 480;

  private Drift() {}

  /// `place.name=waits voice.volume=unknown`, for example; empty when everything is in force.
  static String of(ConfigurationPolicy.State state) {
    Effective effective = state.effective();
    Map<String, String> drift = new TreeMap<>();
    effective.unknown().forEach(name -> drift.put(name, "unknown"));
    for (String name : effective.valuesFor(Setting.User.APP).keySet()) {
      if (!state.app().answered()) {
        drift.put(name, "waits");
      } else if (!state.app().refused().isEmpty()) {
        drift.put(name, state.app().refused().contains(name) ? "refused" : "held-back");
      }
    }
    if (state.givenUp() != null && state.givenUp().version() > state.version()) {
      drift.put(
          "version-" + state.givenUp().version(), state.why().isEmpty() ? "given-up" : state.why());
    } else if (state.why().equals("damaged")) {
      drift.put("version", "damaged");
    }
    String all =
        drift.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS) + "…";
  }
}
