package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.jiujin.agent.health.Extra;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.MetricValue.Template;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assertions of Sparkplug 3.0 that no other test looks at; `docs/sparkplug.md` lists them all.
class ConformanceTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final DeviceReport READER = Devices.ready("idcard");

  @TempDir Path folder;
  private final EdgeNode node = new EdgeNode("GS-621121", "T621121001");

  @Test
  void connectsWithoutASessionAndWithItsDeathAsWillAndListensBeforeItSpeaks() throws Exception {
    TestBroker broker = TestBroker.start(folder.resolve("broker"));
    try (var wire = new RecordingProxy(broker.port());
        TestHost host = TestHost.connect(broker.uri())) {
      try (FleetLink link = link(wire.uri())) {
        link.start();
        host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
      }
      host.await("a death", _ -> host.types().contains("NDEATH"));
      List<MqttPackets.Packet> sent = MqttPackets.of(wire.sentByClient());
      assertEquals(MqttPackets.CONNECT, sent.getFirst().type());
      assertEquals(
          new MqttPackets.Connect(true, false, "spBv1.0/GS-621121/NDEATH/T621121001", 1, false),
          MqttPackets.connect(sent.getFirst()));
      assertEquals(MqttPackets.SUBSCRIBE, sent.get(1).type());
      assertEquals(
          List.of(
              "spBv1.0/GS-621121/NCMD/T621121001 at 1", "spBv1.0/GS-621121/DCMD/T621121001/# at 1"),
          MqttPackets.filters(sent.get(1)));
      List<MqttPackets.Packet> publishes =
          sent.stream().filter(one -> one.type() == MqttPackets.PUBLISH).toList();
      assertEquals("spBv1.0/GS-621121/NBIRTH/T621121001", publishes.getFirst().topic());
      assertEquals(0, publishes.getFirst().flags(), "QoS 0, not retained, not a duplicate");
      assertEquals("spBv1.0/GS-621121/DBIRTH/T621121001/idcard", publishes.get(1).topic());
      assertEquals(0, publishes.get(1).flags());
      assertEquals("spBv1.0/GS-621121/NDEATH/T621121001", publishes.getLast().topic());
      assertEquals(MqttPackets.DISCONNECT, sent.getLast().type(), "right after the death");
    } finally {
      broker.stop();
    }
  }

  @Test
  void everyMessageHasItsTopicItsTimeAndItsNumber() {
    List<OutMessage> out = new ArrayList<>(node.births(picture(1, READER), AT));
    out.addAll(node.changes(picture(2, Devices.pulled("idcard")), AT.plusSeconds(1)));
    assertEquals(
        List.of(
            "spBv1.0/GS-621121/NBIRTH/T621121001 0",
            "spBv1.0/GS-621121/DBIRTH/T621121001/idcard 1",
            "spBv1.0/GS-621121/NDATA/T621121001 2",
            "spBv1.0/GS-621121/DDATA/T621121001/idcard 3",
            "spBv1.0/GS-621121/DDEATH/T621121001/idcard 4"),
        out.stream().map(one -> one.topic().format() + " " + one.payload().seq()).toList());
    for (OutMessage message : out) {
      Instant at = message.payload().seq() < 2 ? AT : AT.plusSeconds(1);
      assertEquals(at, message.payload().timestamp());
      assertTrue(
          message.payload().metrics().stream().allMatch(metric -> at.equals(metric.timestamp())),
          "in the order of time, and in UTC: they are all of one moment");
    }
  }

  @Test
  void theBirthOfADeviceNamesEveryMetricThatMayEverCome() {
    OutMessage plain = node.births(picture(1, READER), AT).get(1);
    var supplied = READER.with(List.of(new SupplyReport(SupplyKind.PAPER, "", 80, true, null)));
    OutMessage birth = node.births(picture(1, supplied), AT).get(1);
    for (DeviceMetric metric : DeviceMetric.values()) {
      assertTrue(birth.payload().valueOf(metric.wireName()).isPresent(), metric.wireName());
      assertEquals(
          !metric.isSupply(),
          plain.payload().valueOf(metric.wireName()).isPresent(),
          "what uses nothing up never tells of supplies");
    }
    for (Metric metric : birth.payload().metrics()) {
      assertNotNull(metric.alias(), metric.name());
      assertNotNull(metric.type(), metric.name());
      assertNotNull(metric.timestamp(), metric.name());
    }
  }

  @Test
  void whatIsNotKnownIsNullAndHasNoValue() throws Exception {
    OutMessage birth = node.births(new Snapshot(Map.of(), Map.of()), AT).getFirst();
    var read = SparkplugBProto.Payload.parseFrom(PayloadCodec.encode(birth.payload()));
    int absent = 0;
    for (var metric : read.getMetricsList()) {
      boolean hasValue =
          metric.getValueCase() != SparkplugBProto.Payload.Metric.ValueCase.VALUE_NOT_SET;
      assertEquals(!metric.getIsNull(), hasValue, metric.getName());
      absent += metric.getIsNull() ? 1 : 0;
    }
    assertEquals(NodeMetric.values().length, absent);
  }

  @Test
  void namesDifferEvenInLowerCase() {
    Set<String> seen = new HashSet<>();
    for (NodeMetric metric : NodeMetric.values()) {
      assertTrue(seen.add(metric.wireName().toLowerCase(Locale.ROOT)), metric.wireName());
    }
    seen.clear();
    for (DeviceMetric metric : DeviceMetric.values()) {
      assertTrue(seen.add(metric.wireName().toLowerCase(Locale.ROOT)), metric.wireName());
    }
  }

  @Test
  void aTemplateIsDefinedInTheBirthOfTheNodeOnly() throws Exception {
    var before = complex(100);
    List<OutMessage> births = node.births(before, AT);
    List<OutMessage> data = new ArrayList<>(node.changes(complex(99), AT.plusSeconds(1)));
    data.addAll(node.changes(complex(99), AT.plus(EdgeNode.FULL_REPORT)));
    var definition = templates(births.getFirst()).getFirst();
    assertTrue(definition.getIsDefinition());
    assertFalse(definition.hasTemplateRef());
    var instance = templates(births.get(1)).getFirst();
    assertTrue(instance.hasIsDefinition());
    assertFalse(instance.getIsDefinition());
    assertEquals("Consumable", instance.getTemplateRef());
    assertEquals(memberNames(definition), memberNames(instance));
    assertEquals(definition.getParameters(0).getName(), instance.getParameters(0).getName());
    assertEquals(DataType.STRING.code(), instance.getParameters(0).getType());
    assertEquals("paper", instance.getParameters(0).getStringValue());
    assertEquals("1", instance.getVersion());
    int instances = 0;
    for (OutMessage message : data) {
      for (var template : templates(message)) {
        assertFalse(template.getIsDefinition(), "a definition in DATA");
        instances++;
      }
    }
    assertEquals(1, instances);
  }

  private static List<SparkplugBProto.Payload.Template> templates(OutMessage message)
      throws Exception {
    var read = SparkplugBProto.Payload.parseFrom(PayloadCodec.encode(message.payload()));
    return read.getMetricsList().stream()
        .filter(SparkplugBProto.Payload.Metric::hasTemplateValue)
        .map(SparkplugBProto.Payload.Metric::getTemplateValue)
        .toList();
  }

  private static List<String> memberNames(SparkplugBProto.Payload.Template template) {
    return template.getMetricsList().stream().map(SparkplugBProto.Payload.Metric::getName).toList();
  }

  private static Snapshot complex(int percent) {
    List<Metric> members =
        List.of(Metric.unaliased("percent", AT, DataType.INT32, MetricValue.of(percent)));
    var parameter = new Template.Parameter("kind", DataType.STRING, MetricValue.of("paper"));
    var definition = new Template(null, "1", members, List.of(parameter));
    var instance = new Template("Consumable", "1", members, List.of(parameter));
    return new Snapshot(
        Map.of(),
        Map.of("idcard", READER),
        List.of(
            new Extra(null, "Consumable", DataType.TEMPLATE, definition),
            new Extra("idcard", "consumable", DataType.TEMPLATE, instance)));
  }

  private FleetLink link(String uri) {
    var settings =
        new LinkSettings(
            "GS-621121", "T621121001", uri, Duration.ofSeconds(10), Duration.ofSeconds(1), folder);
    return new FleetLink(
        settings, () -> picture(1, READER), _ -> {}, InstantSource.system(), new Random(1));
  }

  private static Snapshot picture(int restarts, DeviceReport device) {
    return new Snapshot(
        Map.of(NodeMetric.APP_RESTARTS, MetricValue.of(restarts)), Map.of(device.id(), device));
  }
}
