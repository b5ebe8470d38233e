package org.jiujin.fleet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.junit.jupiter.api.Test;

class LocalCodecTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

  static final List<LocalMessage> ALL =
      List.of(
          new LocalMessage.Hello(4711, "0.1.0"),
          new LocalMessage.Report(
              List.of(
                  Metric.named(NodeMetric.APP_SESSIONS_TODAY.wireName(), AT, MetricValue.of(7))),
              List.of(
                  new DeviceReport(
                      "idcard",
                      "identity-card-reader",
                      "virtual",
                      false,
                      DeviceState.UNAVAILABLE,
                      "NOT_CONNECTED",
                      Mend.STAFF,
                      AT))),
          new LocalMessage.Pong(Long.MIN_VALUE),
          new LocalMessage.Ping(0),
          new LocalMessage.Stop());

  @Test
  void readsWhatItWroteOneAfterTheOther() throws Exception {
    var out = new ByteArrayOutputStream();
    for (LocalMessage message : ALL) {
      LocalCodec.write(message, out);
    }
    var in = new ByteArrayInputStream(out.toByteArray());
    List<LocalMessage> read = new ArrayList<>();
    for (Optional<LocalMessage> one = LocalCodec.read(in);
        one.isPresent();
        one = LocalCodec.read(in)) {
      read.add(one.get());
    }
    assertEquals(ALL, read);
  }
}
