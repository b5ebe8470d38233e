package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                Metric.birth(
                    "h",
                    8,
                    AT,
                    DataType.BYTES,
                    new MetricValue.Binary(ByteString.copyFrom(new byte[] {0, -1}))),
                Metric.birth(
                    "i",
                    9,
                    AT,
                    DataType.DATA_SET,
                    new MetricValue.DataSet(
                        List.of(
                            new MetricValue.DataSet.Column("step", DataType.STRING),
                            new MetricValue.DataSet.Column("load", DataType.DOUBLE)),
                        List.of(List.of(MetricValue.of("形"), MetricValue.of(0.5))))),
                Metric.unaliased(Names.REBIRTH, AT, DataType.BOOLEAN, MetricValue.of(false)),
                new Metric(null, 7L, AT, null, true, MetricValue.of(""))),
            255);
    assertEquals(payload, PayloadCodec.decode(PayloadCodec.encode(payload)));
  }

  @Test
  void skipsATableThatIsTooLargeOrDoesNotFitTogether() throws MalformedMessageException {
    var column = new MetricValue.DataSet.Column("c", DataType.INT32);
    List<MetricValue> row = List.of(MetricValue.of(1));
    assertEquals(new MetricValue.Skipped(), throughTheWire(table(17, column, List.of())));
    assertEquals(
        new MetricValue.Skipped(), throughTheWire(table(1, column, Collections.nCopies(65, row))));
    var fits = table(1, column, Collections.nCopies(64, row));
    assertEquals(fits, throughTheWire(fits));
    byte[] narrow = HexFormat.of().parseHex("120a" + "1008" + "8a0105" + "0802" + "120163");
    Payload strange = PayloadCodec.decode(narrow); // two columns announced, one named, none typed
    assertEquals(new MetricValue.Skipped(), strange.metrics().getFirst().value());
  }

  private static MetricValue.DataSet table(
      int columns, MetricValue.DataSet.Column column, List<List<MetricValue>> rows) {
    return new MetricValue.DataSet(Collections.nCopies(columns, column), rows);
  }

  private static MetricValue throughTheWire(MetricValue value) throws MalformedMessageException {
    var payload = new Payload(AT, List.of(Metric.birth("t", 1, AT, DataType.DATA_SET, value)), 0);
    return PayloadCodec.decode(PayloadCodec.encode(payload)).metrics().getFirst().value();
  }

  @Test
  void neverTakesACutMessageForTheWholeOne() throws MalformedMessageException {
    Payload whole = sample(3);
    byte[] bytes = PayloadCodec.encode(whole);
    int refused = 0;
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      try {
        assertNotEquals(whole, PayloadCodec.decode(cut)); // cut between two fields
      } catch (MalformedMessageException _) {
        refused++;
      }
    }
    assertTrue(refused > bytes.length * 9 / 10, refused + " of " + bytes.length + " refused");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsOrRefusesWhateverComes(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = PayloadCodec.encode(sample(1 + random.nextInt(5)));
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readsOrRefuses(bytes);
    }
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    try {
      Payload read = PayloadCodec.decode(bytes);
      boolean writable =
          read.metrics().stream()
              .noneMatch(metric -> metric.value() instanceof MetricValue.Skipped);
      if (writable) {
        assertEquals(read, PayloadCodec.decode(PayloadCodec.encode(read)));
      }
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }

  static LongStream seeds() {
    return Seeds.count(50);
  }

  @Test
  void skipsFieldsThatItDoesNotKnow() throws Exception {
    var bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(4, "a uuid");
    out.writeUInt64(3, 9);
    out.writeFixed32(99, 1);
    out.flush();
    assertEquals(new Payload(null, List.of(), 9), PayloadCodec.decode(bytes.toByteArray()));
  }

  @Test
  void refusesASequenceNumberAbove255() throws Exception {
    var bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeUInt64(3, 256);
    out.flush();
    assertThrows(MalformedMessageException.class, () -> PayloadCodec.decode(bytes.toByteArray()));
  }

  @Test
  void holdsItsBounds() {
    assertThrows(
        MalformedMessageException.class,
        () -> PayloadCodec.decode(new byte[PayloadCodec.MAX_BYTES + 1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> PayloadCodec.encode(sample(PayloadCodec.MAX_METRICS + 1)));
    var longName = Metric.named("x".repeat(257), AT, MetricValue.of(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> PayloadCodec.encode(new Payload(AT, List.of(longName), 0)));
  }

  @Test // 2.9 of the fleet reference: what the 5-metric report costs
  void fiveMetricsByAliasTakeNoMoreThan83Bytes() {
    var metrics =
        IntStream.range(0, 5)
            .mapToObj(i -> Metric.data(i + 1, AT, MetricValue.of(i * 100)))
            .toList();
    int size = PayloadCodec.encode(new Payload(AT, metrics, 17)).length;
    assertTrue(size <= 83, size + " bytes");
  }

  private static Payload sample(int count) {
    var metrics =
        IntStream.range(0, count)
            .mapToObj(i ->
                Metric.birth("folder/metric" + i, i, AT, DataType.STRING, MetricValue.of("值" + i)))
            .toList();
    return new Payload(AT, metrics, 1);
  }
}
