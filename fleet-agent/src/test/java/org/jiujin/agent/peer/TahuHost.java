package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.tahu.host.HostApplication;
import org.eclipse.tahu.host.api.MultiHostApplicationEventHandler;
import org.eclipse.tahu.host.seq.SequenceReorderManager;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.DeviceDescriptor;
import org.eclipse.tahu.message.model.EdgeNodeDescriptor;
import org.eclipse.tahu.message.model.Message;
import org.eclipse.tahu.message.model.MessageType;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload.SparkplugBPayloadBuilder;
import org.eclipse.tahu.message.model.SparkplugDescriptor;
import org.eclipse.tahu.message.model.Topic;
import org.eclipse.tahu.model.MqttServerDefinition;
import org.eclipse.tahu.mqtt.MqttClientId;
import org.eclipse.tahu.mqtt.MqttServerName;
import org.eclipse.tahu.mqtt.MqttServerUrl;

/// Eclipse Tahu's host, and what it told.
final class TahuHost implements AutoCloseable, MultiHostApplicationEventHandler {
  static final String ID = "tahu-host";
  private static final MqttServerName SERVER = new MqttServerName("broker");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Set<String> metrics = ConcurrentHashMap.newKeySet();
  private final HostApplication application;
  private volatile boolean connected;
  private final AtomicInteger asked = new AtomicInteger();

  private TahuHost(String broker) throws Exception {
    var definition =
        new MqttServerDefinition(
            SERVER,
            new MqttClientId("tahu", false),
            new MqttServerUrl(broker),
            null,
            null,
            30,
            null);
    application =
        new HostApplication(
            this,
            ID,
            List.of("spBv1.0/#"),
            List.of(definition),
            null,
            new SparkplugBPayloadDecoder(),
            true);
  }

  static TahuHost connect(String broker) throws Exception {
    var host = new TahuHost(broker);
    host.application.start(true);
    host.await("a connection", () -> host.connected);
    return host;
  }

  /// One line for each event, as `device birth GROUP/NODE/DEVICE`.
  List<String> heard() {
    return List.copyOf(heard);
  }

  long count(String event) {
    return heard.stream().filter(line -> line.startsWith(event + " ")).count();
  }

  /// Every metric that was born or reported with a value, as `GROUP/NODE NAME`.
  Set<String> metrics() {
    return Set.copyOf(metrics);
  }

  /// Whether it was missing something: it asks for a rebirth then.
  boolean askedByItself() {
    return count("node birth") > 1 + asked.get();
  }

  void askForRebirth(String group, String node) throws Exception {
    asked.incrementAndGet();
    Date now = Date.from(InstantSource.system().instant());
    var request =
        new MetricBuilder("Node Control/Rebirth", MetricDataType.Boolean, true)
            .timestamp(now)
            .createMetric();
    application.publishCommand(
        new Topic("spBv1.0", group, node, MessageType.NCMD),
        new SparkplugBPayloadBuilder().addMetric(request).setTimestamp(now).createPayload());
  }

  void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("Tahu never told of " + what + ", but " + heard);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Override
  public void close() {
    application.shutdown();
    SequenceReorderManager.getInstance().stop(); // its timer outlives the application
  }

  private void note(String event, SparkplugDescriptor from) {
    heard.add(event + " " + from.getDescriptorString());
  }

  @Override
  public void onConnect(MqttServerName server) {
    connected = true;
  }

  @Override
  public void onDisconnect(MqttServerName server) {}

  @Override
  public void onMessage(MqttServerName server, SparkplugDescriptor from, Message message) {}

  @Override
  public void onNodeBirthArrived(MqttServerName server, EdgeNodeDescriptor from, Message message) {}

  @Override
  public void onNodeBirthComplete(MqttServerName server, EdgeNodeDescriptor from) {
    note("node birth", from);
  }

  @Override
  public void onNodeDataArrived(MqttServerName server, EdgeNodeDescriptor from, Message message) {
    note("node data", from);
  }

  @Override
  public void onNodeDataComplete(MqttServerName server, EdgeNodeDescriptor from) {}

  @Override
  public void onNodeDeath(MqttServerName server, EdgeNodeDescriptor from, Message message) {}

  @Override
  public void onNodeDeathComplete(MqttServerName server, EdgeNodeDescriptor from) {
    note("node death", from);
  }

  @Override
  public void onDeviceBirthArrived(MqttServerName server, DeviceDescriptor from, Message message) {}

  @Override
  public void onDeviceBirthComplete(MqttServerName server, DeviceDescriptor from) {
    note("device birth", from);
  }

  @Override
  public void onDeviceDataArrived(MqttServerName server, DeviceDescriptor from, Message message) {
    note("device data", from);
  }

  @Override
  public void onDeviceDataComplete(MqttServerName server, DeviceDescriptor from) {}

  @Override
  public void onDeviceDeath(MqttServerName server, DeviceDescriptor from, Message message) {}

  @Override
  public void onDeviceDeathComplete(MqttServerName server, DeviceDescriptor from) {
    note("device death", from);
  }

  @Override
  public void onBirthMetric(MqttServerName server, SparkplugDescriptor from, Metric metric) {
    metrics.add(from.getDescriptorString() + " " + metric.getName());
  }

  @Override
  public void onDataMetric(MqttServerName server, SparkplugDescriptor from, Metric metric) {
    metrics.add(from.getDescriptorString() + " " + metric.getName());
  }

  @Override
  public void onStale(MqttServerName server, SparkplugDescriptor from, Metric metric) {
    note("stale", from);
  }
}
