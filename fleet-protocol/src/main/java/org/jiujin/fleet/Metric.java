package org.jiujin.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One named value. Use the factories: they give each kind of message what it must carry (fleet reference, 2.1).
///
/// @param name the name; births carry it, DATA carries the alias instead
/// @param alias stands for the name in DATA, unique over a node and its devices; 0 and up
/// @param timestamp when the value was taken, in milliseconds; only commands may leave it out
/// @param type in births only
/// @param historical the value is late and must not move the live picture
/// @since 0.1.0
public record Metric(
    @Nullable String name,
    @Nullable Long alias,
    @Nullable Instant timestamp,
    @Nullable DataType type,
    boolean historical,
    MetricValue value) {
  /// @throws IllegalArgumentException if there is neither a name nor an alias, or the alias is negative
  public Metric {
    if (name == null && alias == null) {
      throw new IllegalArgumentException("a metric needs a name or an alias");
    }
    if (alias != null && alias < 0) {
      throw new IllegalArgumentException("an alias is 0 or more");
    }
    timestamp = timestamp == null ? null : timestamp.truncatedTo(ChronoUnit.MILLIS);
  }

  /// A metric of a birth, with the alias that later DATA will use.
  public static Metric birth(
      String name, long alias, Instant at, DataType type, MetricValue value) {
    return new Metric(name, alias, at, type, false, value);
  }

  /// A metric of a birth or will that never has an alias: [Names#REBIRTH] and [Names#BD_SEQ].
  public static Metric unaliased(String name, Instant at, DataType type, MetricValue value) {
    return new Metric(name, null, at, type, false, value);
  }

  /// A metric of an NDATA or DDATA: by alias only, without a datatype.
  public static Metric data(long alias, Instant at, MetricValue value) {
    return new Metric(null, alias, at, null, false, value);
  }

  /// A late value of an NDATA: by alias only, with the time at which it was true.
  public static Metric historical(long alias, Instant at, MetricValue value) {
    return new Metric(null, alias, at, null, true, value);
  }

  /// A metric of a command, or of a report over the local link: by name, without an alias.
  public static Metric named(String name, Instant at, MetricValue value) {
    return new Metric(name, null, at, null, false, value);
  }

  /// Whether this metric has the given name.
  public boolean isNamed(String wanted) {
    return wanted.equals(name);
  }
}
