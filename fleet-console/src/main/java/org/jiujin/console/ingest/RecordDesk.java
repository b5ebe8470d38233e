package org.jiujin.console.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.console.record.RecordBook;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// Has the records of the terminals stored, and tells each terminal then, and only then, that it may forget them.
///
/// A terminal that sends faster than it may is not heard and not answered, so it sends the same again later. Not thread-safe: the
/// worker's alone.
final class RecordDesk {
  /// Batches of one terminal in a second on average, and at once.
  private static final int PER_SECOND = 2;

  private static final int BURST = 20;

  private final RecordBook book;
  private final Wire wire;
  private final Map<TerminalId, TokenBucket> buckets = new HashMap<>();

  RecordDesk(RecordBook book, Wire wire) {
    this.book = book;
    this.wire = wire;
  }

  /// Where acknowledgements go.
  @FunctionalInterface
  interface Wire {
    /// Hands bytes to the broker.
    ///
    /// @return whether that went well; if not, the terminal sends its records again
    boolean publish(String topic, byte[] payload);
  }

  /// Takes the records among the late values of a message; other late values mean nothing to us.
  ///
  /// @throws MalformedMessageException if one cannot be read; the others are stored
  void take(TerminalId id, List<Metric> metrics, Aliases aliases, Instant now)
      throws MalformedMessageException {
    List<Metric> late =
        metrics.stream()
            .filter(Metric::historical)
            .filter(metric -> aliases.means(NodeMetric.OUTBOX_RECORD.wireName(), metric))
            .toList();
    if (late.isEmpty()
        || !buckets.computeIfAbsent(id, _ -> new TokenBucket(PER_SECOND, BURST, now)).take(now)) {
      return;
    }
    List<TerminalRecord> records = new ArrayList<>();
    Optional<MalformedMessageException> broken = Optional.empty();
    for (Metric metric : late) {
      try {
        records.add(read(metric.value()));
      } catch (MalformedMessageException e) {
        broken = Optional.of(e); // it would be no better the next time
      }
    }
    if (!records.isEmpty()) {
      book.store(id, records);
      acknowledge(id, records, aliases, now);
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private void acknowledge(
      TerminalId id, List<TerminalRecord> records, Aliases aliases, Instant now) {
    long upTo = records.stream().mapToLong(TerminalRecord::seq).max().orElse(0);
    String name = NodeMetric.OUTBOX_ACK.wireName();
    Metric word =
        aliases
            .of(name)
            .map(alias -> Metric.data(alias, now, MetricValue.of(upTo)))
            .orElseGet(() -> Metric.named(name, now, MetricValue.of(upTo)));
    wire.publish(
        Topic.ofNode(id.group(), MessageType.NCMD, id.name()).format(),
        PayloadCodec.encode(new Payload(now, List.of(word), Payload.NO_SEQ)));
  }

  private static TerminalRecord read(MetricValue value) throws MalformedMessageException {
    if (!(value instanceof MetricValue.Binary(var bytes))) {
      throw new MalformedMessageException("a record that is not bytes");
    }
    return RecordCodec.decode(bytes.toByteArray());
  }
}
