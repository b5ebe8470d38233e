package org.jiujin.console.web;

import java.util.List;
import java.util.Map;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.fleet.update.UpdateSummary.Phase;
import org.jiujin.fleet.update.UpdateSummary.Wanted;
import org.jspecify.annotations.Nullable;

/// Where the releases of a terminal stand, in words.
///
/// @param direction the version of what directs them, and whether they are put off; empty when the terminal tells nothing
/// @param look of its mark: `online` when nothing is to be done, `serving` when something is, `degraded` when that is hindered
/// @param state in words
/// @param lines one for each kind
record UpdatePart(String direction, String look, String state, List<Line> lines) {
  /// The releases of one kind.
  ///
  /// @param current the version that runs
  /// @param wanted another one, and how far it is; may be empty
  /// @param hindered whether it does not come without somebody's doing, or not soon
  record Line(String name, String current, String wanted, boolean hindered) {
    private static Line of(UpdateSummary.Release release, Wording wording) {
      String current = wording.version(release.current());
      return new Line(
          wording.release(release.kind()),
          release.onTrial() ? wording.text("update.on-trial", current) : current,
          wantedText(release.wanted(), wording),
          isHindered(release.wanted()));
    }
  }

  static UpdatePart of(Map<String, Object> metrics, Wording wording) {
    if (!(metrics.get(NodeMetric.FLEET_UPDATE_STATE.wireName()) instanceof String told)) {
      return new UpdatePart("", "", wording.text("update.silent"), List.of());
    }
    UpdateSummary summary = UpdateSummary.read(told);
    String direction = direction(metrics.get(NodeMetric.FLEET_UPDATE_DIRECTION.wireName()));
    String look = look(summary);
    return new UpdatePart(
        summary.paused() ? wording.text("update.paused", direction) : direction,
        look,
        wording.text("update.state." + look),
        summary.releases().stream().map(release -> Line.of(release, wording)).toList());
  }

  private static String direction(@Nullable Object version) {
    return version instanceof Number number && number.longValue() > 0
        ? String.valueOf(number.longValue())
        : "—";
  }

  private static String look(UpdateSummary summary) {
    if (summary.releases().stream().anyMatch(release -> isHindered(release.wanted()))) {
      return "degraded";
    }
    return summary.releases().stream()
            .anyMatch(release -> release.onTrial() || release.wanted() != null)
        ? "serving"
        : "online";
  }

  private static boolean isHindered(@Nullable Wanted wanted) {
    return wanted != null
        && switch (wanted.phase()) {
          case FETCHING, WAITING -> false;
          case RESTING, GIVEN_UP, EXPIRED -> true;
        };
  }

  private static String wantedText(@Nullable Wanted wanted, Wording wording) {
    if (wanted == null) {
      return "";
    }
    return wording.text("update.wanted", wording.version(wanted.version()), phase(wanted, wording));
  }

  private static String phase(Wanted wanted, Wording wording) {
    String phase = wording.text("update.phase." + wanted.phase().word());
    if (wanted.why().isEmpty()) {
      return phase;
    }
    String key = wanted.phase() == Phase.FETCHING ? "update.again" : "update.because";
    return wording.text(key, phase, wording.updateReason(wanted.why()));
  }
}
