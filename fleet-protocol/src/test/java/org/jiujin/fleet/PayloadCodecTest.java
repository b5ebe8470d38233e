package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadCodecTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

  @Test
  void readsWhatItWrote() throws MalformedMessageException {
    var payload =
        new Payload(
            AT,
            List.of(
                Metric.birth("a", 0, AT, DataType.INT32, MetricValue.of(-5)),
                Metric.birth("b", 1, AT, DataType.INT64, MetricValue.of(Long.MIN_VALUE)),
                Metric.birth("c", 2, AT, DataType.FLOAT, new MetricValue.Real32(1.5f)),
                Metric.birth("d", 3, AT, DataType.DOUBLE, MetricValue.of(0.1)),
                Metric.birth("e", 4, AT, DataType.BOOLEAN, MetricValue.of(false)),
                Metric.birth("f", 5, AT, DataType.STRING, MetricValue.of("就绪")),
                Metric.birth("g", 6, AT, DataType.STRING, new MetricValue.Absent()),
                Metric.unaliased(Names.REBIRTH, AT, DataType.BOOLEAN, MetricValue.of(false)),
                new Metric(null, 7L, AT, null, true, MetricValue.of(""))),
            255);
    assertEquals(payload, PayloadCodec.decode(PayloadCodec.encode(payload)));
  }
}
