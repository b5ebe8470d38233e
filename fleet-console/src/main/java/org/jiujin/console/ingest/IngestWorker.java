package org.jiujin.console.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/// The one thread that takes messages out of the inbox. Nothing that arrives ends it.
final class IngestWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final Duration RECOVERY_PAUSE = Duration.ofSeconds(3);

  private final Inbox inbox;
  private final MqttLink link;
  private final SparkplugEar ear;
  private final RebirthDesk desk;
  private final Garbage garbage;
  private final Duration devicesWithin;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean stopping;
  private boolean deaf;
  private Instant nextRecovery = Instant.MIN;
  private Instant nextTick = Instant.MIN;

  IngestWorker(
      Inbox inbox,
      MqttLink link,
      SparkplugEar ear,
      RebirthDesk desk,
      Garbage garbage,
      Duration devicesWithin,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.inbox = inbox;
    this.link = link;
    this.ear = ear;
    this.desk = desk;
    this.garbage = garbage;
    this.devicesWithin = devicesWithin;
    this.events = events;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("console-ingest").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(STOP_LIMIT); // not interrupted: that would break a database connection
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        inbox.next(TICK).ifPresent(this::guarded);
        guardedTick();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void guarded(Inbound inbound) {
    try {
      handle(inbound);
    } catch (RuntimeException failed) { // the runner's edge: the next message deserves a chance
      goDeaf("A message could not be taken down", failed);
    }
  }

  private void handle(Inbound inbound) {
    switch (inbound) {
      case Inbound.LinkUp _ -> {
        startAfresh();
        events.publishEvent(new BrokerLinkChanged(true));
      }
      case Inbound.LinkDown _ -> events.publishEvent(new BrokerLinkChanged(false));
      case Inbound.Outgoing(var id, var signed) ->
          link.publish(
              Topic.ofNode(id.group(), MessageType.NCMD, id.name()).format(),
              ear.command(id, signed, clock.instant()));
      case Inbound.Message(String topic, byte[] payload) -> hear(topic, payload);
    }
  }

  private void hear(String topic, byte[] payload) {
    if (topic.startsWith(Topic.NAMESPACE + "/STATE/")) {
      if (topic.equals(link.stateTopic()) && HostState.denies(payload)) {
        link.sayOnline();
      }
      return;
    }
    try {
      ear.hear(topic, payload, clock.instant());
    } catch (MalformedMessageException malformed) {
      garbage.add(topic, String.valueOf(malformed.getMessage()));
    }
  }

  private void guardedTick() {
    Instant now = clock.instant();
    if (now.isBefore(nextTick)) {
      return;
    }
    nextTick = now.plus(TICK);
    try {
      tick(now);
    } catch (RuntimeException failed) { // the runner's edge, as above
      goDeaf("The periodic work failed", failed);
    }
  }

  private void tick(Instant now) {
    long dropped = inbox.takeDropped();
    if (dropped > 0) {
      LOG.warn("{} messages were dropped: they came faster than they can be stored", dropped);
      deaf = true;
    }
    if (deaf && !now.isBefore(nextRecovery)) {
      startAfresh();
    }
    ear.tick(now, now.minus(devicesWithin));
    if (link.connected()) {
      desk.due(now).forEach(id -> requestRebirth(id, now));
    }
  }

  /// Something heard was lost, so what is stored may be wrong until everybody has said everything again.
  private void goDeaf(String what, RuntimeException cause) {
    if (!deaf) {
      LOG.error("{}; every terminal will be asked again", what, cause);
    }
    deaf = true;
    nextRecovery = clock.instant().plus(RECOVERY_PAUSE);
  }

  private void startAfresh() {
    ear.startAfresh(clock.instant());
    deaf = false;
  }

  private void requestRebirth(TerminalId id, Instant now) {
    var topic = Topic.ofNode(id.group(), MessageType.NCMD, id.name());
    var rebirth = Metric.named(Names.REBIRTH, now, MetricValue.of(true));
    LOG.debug("Asking {} for a rebirth", id);
    link.publish(
        topic.format(), PayloadCodec.encode(new Payload(now, List.of(rebirth), Payload.NO_SEQ)));
  }
}
