package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.DataSet;
import org.eclipse.tahu.message.model.DataSetDataType;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.Row;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.message.model.Template;
import org.eclipse.tahu.message.model.Value;
import org.junit.jupiter.api.Test;

/// Our codec against the reference implementation, in both directions.
class TahuTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");

  @Test
  void tahuReadsOurBirth() throws Exception {
    var birth =
        new Payload(
            AT,
            List.of(
                Metric.unaliased(Names.BD_SEQ, AT, DataType.INT64, MetricValue.of(200L)),
                Metric.birth("a", 1, AT, DataType.INT32, MetricValue.of(-5)),
                Metric.birth("b", 2, AT, DataType.DOUBLE, MetricValue.of(0.25)),
                Metric.birth("c", 3, AT, DataType.BOOLEAN, MetricValue.of(true)),
                Metric.birth("d", 4, AT, DataType.STRING, MetricValue.of("就绪")),
                Metric.birth("e", 5, AT, DataType.DATE_TIME, MetricValue.of(AT.toEpochMilli())),
                Metric.birth("f", 6, AT, DataType.STRING, new MetricValue.Absent()),
                Metric.birth("g", 7, AT, DataType.FLOAT, new MetricValue.Real32(1.5f))),
            0);
    SparkplugBPayload read =
        new SparkplugBPayloadDecoder().buildFromByteArray(PayloadCodec.encode(birth), null);
    assertEquals(Date.from(AT), read.getTimestamp());
    assertEquals(0L, read.getSeq());
    var metrics = read.getMetrics();
    assertEquals(
        List.of(200L, -5, 0.25, true, "就绪", Date.from(AT), "absent", 1.5f),
        metrics.stream().map(m -> Objects.requireNonNullElse(m.getValue(), "absent")).toList());
    assertTrue(metrics.get(6).isNull());
    assertEquals("a", metrics.get(1).getName());
    assertEquals(1L, metrics.get(1).getAlias());
    assertEquals(MetricDataType.Int32, metrics.get(1).getDataType());
    assertEquals(Date.from(AT), metrics.get(1).getTimestamp());
  }

  @Test
  void weReadTahusPayload() throws Exception {
    SparkplugBPayload written =
        new SparkplugBPayload.SparkplugBPayloadBuilder(7L)
            .setTimestamp(Date.from(AT))
            .setUuid("a-uuid-that-we-skip")
            .addMetric(metric("i", MetricDataType.Int32, -5))
            .addMetric(metric("l", MetricDataType.Int64, -6L))
            .addMetric(metric("d", MetricDataType.Double, 0.25))
            .addMetric(metric("b", MetricDataType.Boolean, true))
            .addMetric(metric("s", MetricDataType.String, "就绪"))
            .addMetric(metric("t", MetricDataType.DateTime, Date.from(AT)))
            .addMetric(metric("raw", MetricDataType.Bytes, new byte[] {1, 2, 3}))
            .createPayload();
    Payload read = PayloadCodec.decode(new SparkplugBPayloadEncoder().getBytes(written, false));
    assertEquals(AT, read.timestamp());
    assertEquals(7, read.seq());
    assertEquals(
        List.of(
            MetricValue.of(-5),
            MetricValue.of(-6L),
            MetricValue.of(0.25),
            MetricValue.of(true),
            MetricValue.of("就绪"),
            MetricValue.of(AT.toEpochMilli()),
            new MetricValue.Binary(ByteString.copyFrom(new byte[] {1, 2, 3}))),
        read.metrics().stream().map(Metric::value).toList());
    assertEquals(AT, read.metrics().getFirst().timestamp());
    assertEquals(DataType.INT32, read.metrics().getFirst().type());
    assertNull(read.metrics().getFirst().alias());
  }

  @Test // payloads-dataset-…
  void tahuReadsOurDataSet() throws Exception {
    var columns =
        List.of(
            new MetricValue.DataSet.Column("text", DataType.STRING),
            new MetricValue.DataSet.Column("int", DataType.INT32),
            new MetricValue.DataSet.Column("long", DataType.INT64),
            new MetricValue.DataSet.Column("double", DataType.DOUBLE),
            new MetricValue.DataSet.Column("flag", DataType.BOOLEAN));
    List<MetricValue> row =
        List.of(
            MetricValue.of("就绪"),
            MetricValue.of(-5),
            MetricValue.of(-6L),
            MetricValue.of(0.25),
            MetricValue.of(true));
    Object read =
        readByTahu(
            Metric.birth(
                "set",
                1,
                AT,
                DataType.DATA_SET,
                new MetricValue.DataSet(columns, List.of(row, row))));
    var set = assertInstanceOf(DataSet.class, read);
    assertEquals(5, set.getNumOfColumns());
    assertEquals(List.of("text", "int", "long", "double", "flag"), set.getColumnNames());
    assertEquals(
        List.of("String", "Int32", "Int64", "Double", "Boolean"),
        set.getTypes().stream().map(Object::toString).toList());
    assertEquals(2, set.getRows().size());
    assertEquals(
        List.of("就绪", -5, -6L, 0.25, true),
        set.getRows().getFirst().getValues().stream().map(Value::getValue).toList());
  }

  @Test // payloads-template-…
  void tahuReadsOurTemplates() throws Exception {
    List<Metric> members =
        List.of(Metric.unaliased("percent", AT, DataType.INT32, MetricValue.of(7)));
    var parameter =
        new MetricValue.Template.Parameter("kind", DataType.STRING, MetricValue.of("paper"));
    Object one =
        readByTahu(
            Metric.birth(
                "Type",
                1,
                AT,
                DataType.TEMPLATE,
                new MetricValue.Template(null, "1", members, List.of(parameter))));
    Object two =
        readByTahu(
            Metric.birth(
                "instance",
                2,
                AT,
                DataType.TEMPLATE,
                new MetricValue.Template("Type", "1", members, List.of(parameter))));
    var definition = assertInstanceOf(Template.class, one);
    assertTrue(definition.isDefinition());
    assertEquals("", definition.getTemplateRef(), "left out");
    assertEquals("1", definition.getVersion());
    var instance = assertInstanceOf(Template.class, two);
    assertFalse(instance.isDefinition());
    assertEquals("Type", instance.getTemplateRef());
    assertEquals(7, instance.getMetrics().getFirst().getValue());
    assertEquals("kind", instance.getParameters().getFirst().getName());
    assertEquals("paper", instance.getParameters().getFirst().getValue());
  }

  @Test
  void weReadTahusDataSet() throws Exception {
    var written =
        new DataSet.DataSetBuilder(2)
            .addColumnNames(List.of("step", "visits"))
            .addTypes(List.of(DataSetDataType.String, DataSetDataType.Int32))
            .addRow(
                new Row(
                    List.of(
                        new Value<>(DataSetDataType.String, "身份"),
                        new Value<>(DataSetDataType.Int32, -3))))
            .createDataSet();
    byte[] bytes =
        new SparkplugBPayloadEncoder()
            .getBytes(
                new SparkplugBPayload.SparkplugBPayloadBuilder(0L)
                    .addMetric(
                        new org.eclipse.tahu.message.model.Metric.MetricBuilder(
                                "table", MetricDataType.DataSet, written)
                            .createMetric())
                    .createPayload(),
                false);
    assertEquals(
        new MetricValue.DataSet(
            List.of(
                new MetricValue.DataSet.Column("step", DataType.STRING),
                new MetricValue.DataSet.Column("visits", DataType.INT32)),
            List.of(List.of(MetricValue.of("身份"), MetricValue.of(-3)))),
        PayloadCodec.decode(bytes).metrics().getFirst().value());
  }

  @Test
  void weSkipWhatWeDoNotUse() throws Exception {
    var set = new MetricValue.Template(null, "1", List.of(), List.of());
    var birth = new Payload(AT, List.of(Metric.birth("x", 1, AT, DataType.TEMPLATE, set)), 0);
    Payload read = PayloadCodec.decode(PayloadCodec.encode(birth));
    assertEquals(new MetricValue.Skipped(), read.metrics().getFirst().value());
  }

  private static Object readByTahu(Metric metric) throws Exception {
    byte[] bytes = PayloadCodec.encode(new Payload(AT, List.of(metric), 0));
    return new SparkplugBPayloadDecoder()
        .buildFromByteArray(bytes, null)
        .getMetrics()
        .getFirst()
        .getValue();
  }

  private static org.eclipse.tahu.message.model.Metric metric(
      String name, MetricDataType type, Object value) throws Exception {
    return new MetricBuilder(name, type, value).timestamp(Date.from(AT)).createMetric();
  }
}
