package org.jiujin.agent.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiujin.agent.health.Extra;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jspecify.annotations.Nullable;

/// Reports what a picture says beside the metrics of every terminal. For one thread.
final class Extras {
  private final Aliases aliases;
  private final Map<Key, MetricValue> reported = new HashMap<>();

  Extras(Aliases aliases) {
    this.aliases = aliases;
  }

  /// All, for the birth of the node or of a device.
  ///
  /// @param device null for the node
  List<Metric> births(Snapshot picture, @Nullable String device, Instant now) {
    return of(picture, device)
        .map(extra -> {
          long alias = aliases.of(extra);
          reported.put(Key.of(extra), extra.value());
          return Metric.birth(extra.name(), alias, now, extra.type(), extra.value());
        })
        .toList();
  }

  /// Those that changed since they were born or reported.
  ///
  /// @param full also those that did not change
  List<Metric> changes(Snapshot picture, @Nullable String device, boolean full, Instant now) {
    return of(picture, device)
        .filter(Predicate.not(Extras::birthsOnly))
        .filter(extra -> isNews(extra, full))
        .map(extra -> {
          reported.put(Key.of(extra), extra.value());
          return Metric.data(aliases.of(extra), now, extra.value());
        })
        .toList();
  }

  private boolean isNews(Extra extra, boolean full) {
    MetricValue before = reported.get(Key.of(extra));
    return before != null && (full || !before.equals(extra.value()));
  }

  private static boolean birthsOnly(Extra extra) {
    return extra.value() instanceof MetricValue.Template type && type.isDefinition();
  }

  private record Key(@Nullable String device, String name) {
    static Key of(Extra extra) {
      return new Key(extra.device(), extra.name());
    }
  }

  private static Stream<Extra> of(Snapshot picture, @Nullable String device) {
    return picture.extras().stream().filter(extra -> Objects.equals(extra.device(), device));
  }
}
