package org.jiujin.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of one Sparkplug B message.
///
/// @param timestamp when the message was published, in milliseconds; a will may leave it out
/// @param seq 0…255, or [#NO_SEQ] in NDEATH and commands
/// @since 0.1.0
public record Payload(@Nullable Instant timestamp, List<Metric> metrics, int seq) {
  /// Stands for "no sequence number".
  public static final int NO_SEQ = -1;

  /// The number of sequence numbers: after 255 comes 0.
  public static final int SEQ_MODULUS = 256;

  /// @throws IllegalArgumentException if `seq` is neither 0…255 nor [#NO_SEQ]
  public Payload {
    if (seq < NO_SEQ || seq >= SEQ_MODULUS) {
      throw new IllegalArgumentException("seq must be 0 to 255 or NO_SEQ, not " + seq);
    }
    timestamp = timestamp == null ? null : timestamp.truncatedTo(ChronoUnit.MILLIS);
    metrics = List.copyOf(metrics);
  }

  /// Whether the message carries a sequence number.
  public boolean hasSeq() {
    return seq != NO_SEQ;
  }

  /// The value of the first metric with this name.
  public Optional<MetricValue> valueOf(String name) {
    return metrics.stream().filter(metric -> metric.isNamed(name)).map(Metric::value).findFirst();
  }
}
