package org.jiujin.console.web;

import java.util.Map;
import org.jiujin.console.configuration.Configurations.Wanted;
import org.jiujin.fleet.NodeMetric;
import org.jspecify.annotations.Nullable;

/// What a terminal says about its configuration.
///
/// @param version -1 while it says nothing
/// @param drift what is not in force and why, as the protocol has it; empty when all is
record ReportedConfiguration(long version, String digest, String drift) {
  /// @param metrics of the terminal
  static ReportedConfiguration of(Map<String, Object> metrics) {
    return new ReportedConfiguration(
        metrics.get(NodeMetric.FLEET_CONFIG_VERSION.wireName()) instanceof Number number
            ? number.longValue()
            : -1,
        text(metrics.get(NodeMetric.FLEET_CONFIG_DIGEST.wireName())),
        text(metrics.get(NodeMetric.FLEET_CONFIG_DRIFT.wireName())));
  }

  /// Whether it says that it is not as wanted; one that says nothing is not counted.
  ///
  /// @param wanted null when nothing is
  boolean differsFrom(@Nullable Wanted wanted) {
    return wanted != null
        && version >= 0
        && (!wanted.isReported(version, digest) || !drift.isEmpty());
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
