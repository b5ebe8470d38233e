package org.jiujin.agent.link;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.outbox.Outbox;
import org.jiujin.agent.outbox.OutboxPolicy;
import org.jiujin.fleet.HostState;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the terminal on the broker: one thread that runs [LinkPolicy], [EdgeNode] and [MqttLink].
public final class FleetLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FleetLink.class);
  private static final Duration BEAT = Duration.ofMillis(250);

  /// While nothing is tried: what changes wakes the thread, and so does the broker. Each look costs power on a small machine.
  private static final Duration QUIET_BEAT = Duration.ofSeconds(1);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);
  private static final int QUEUE_LIMIT = 256;
  private static final int UNTOLD_LIMIT = 32;

  private final LinkBase base;
  private final Supplier<Snapshot> picture;
  private final Consumer<Map<NodeMetric, MetricValue>> figures;
  private final Outbox outbox;
  private final OutboxPolicy outboxPolicy = new OutboxPolicy(OutboxPolicy.Timing.USUAL);
  private final TakeOvers takeOvers;
  private final InstantSource clock;
  private final InstantSource steady;
  private final EdgeNode node;
  private final BirthCounter counter;
  private final LinkLog log;
  private final TlsWatch tls;
  private final HostWatch host = new HostWatch();
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final AtomicBoolean changed = new AtomicBoolean();
  private final Deque<ByteString> untold = new ArrayDeque<>(); // owned by the thread
  private final Thread thread;
  private volatile boolean online;
  private volatile long lastBeatNanos = System.nanoTime();
  private volatile Consumer<ByteString> commands = _ -> LOG.info("nobody takes commands here");

  // owned by the thread
  private LinkSettings settings;
  private LinkPolicy policy;
  private LinkPolicy.State state = LinkPolicy.initial();
  private OutboxPolicy.State sending = OutboxPolicy.initial();
  private @Nullable Connection connection;
  private int attempt;
  private int established;
  private String broker;

  /// A link of an agent that keeps no records.
  ///
  /// @param picture asked on the link's thread whenever there may be something to report
  /// @param connects told how often the link was established; on the link's thread
  public FleetLink(
      LinkSettings settings,
      Supplier<Snapshot> picture,
      IntConsumer connects,
      InstantSource clock,
      RandomGenerator random) {
    this(
        settings,
        picture,
        figures -> {
          if (figures.get(NodeMetric.NET_CONNECTS) instanceof MetricValue.Int32(var times)) {
            connects.accept(times);
          }
        },
        Outbox.none(),
        clock,
        random);
  }

  /// @param picture asked on the link's thread whenever there may be something to report
  /// @param figures told how often the link was established and was taken over; on the link's thread
  /// @param outbox what the host must not miss
  public FleetLink(
      LinkSettings settings,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Outbox outbox,
      InstantSource clock,
      RandomGenerator random) {
    this(settings, picture, figures, outbox, clock, random, TakeOvers.Timing.USUAL);
  }

  FleetLink(
      LinkSettings settings,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Outbox outbox,
      InstantSource clock,
      RandomGenerator random,
      TakeOvers.Timing rivalry) {
    this(settings, LinkBase.ofMachine(settings, clock, random), picture, figures, outbox, rivalry);
  }

  FleetLink(
      LinkSettings settings,
      LinkBase base,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Outbox outbox,
      TakeOvers.Timing rivalry) {
    this.settings = settings;
    this.base = base;
    this.picture = picture;
    this.figures = figures;
    this.outbox = outbox;
    this.takeOvers = new TakeOvers(rivalry, base.random());
    this.clock = base.clock();
    this.steady = base.steady();
    this.policy = policy(settings, base.random());
    this.log = new LinkLog(settings);
    this.tls = new TlsWatch(settings.tls(), clock);
    this.broker = settings.brokers().getFirst();
    this.node = new EdgeNode(settings.group(), settings.node());
    this.counter = new BirthCounter(base.births());
    this.thread = Thread.ofPlatform().name("fleet-link").unstarted(this::run);
  }

  private static LinkPolicy policy(LinkSettings settings, RandomGenerator random) {
    return new LinkPolicy(
        new LinkPolicy.Timing(
            Duration.ofSeconds(1), settings.longestRetry(), Duration.ofSeconds(10)),
        hostOf(settings),
        random);
  }

  private static LinkPolicy.PrimaryHost hostOf(LinkSettings settings) {
    if (settings.primaryHost() == null) {
      return LinkPolicy.PrimaryHost.UNSET;
    }
    return settings.brokers().size() == 1
        ? LinkPolicy.PrimaryHost.AWAITED
        : LinkPolicy.PrimaryHost.SOUGHT;
  }

  /// Begins to connect, and goes on trying until [#close].
  public void start() {
    thread.start();
  }

  /// Gives signed commands to somebody who must not wait; they arrive on the link's thread. Without it they are ignored.
  public void commandsTo(Consumer<ByteString> taker) {
    commands = taker;
  }

  /// Tells the host what became of a command, now or with the next connection; the oldest of too many is dropped, since the host
  /// asks again. Never waits; any thread.
  ///
  /// @param result a [org.jiujin.fleet.command.CommandResult] as bytes
  public void tell(ByteString result) {
    offer(() -> {
      if (untold.size() == UNTOLD_LIMIT) {
        untold.removeFirst();
      }
      untold.addLast(result);
      publishResults();
    });
  }

  /// Works by these from now on; another keep-alive needs a new connection, which is made at once. Never waits; any thread.
  public void tune(Duration keepAlive, Duration longestRetry, Duration fullReport) {
    offer(() -> {
      boolean anew =
          !keepAlive.equals(settings.keepAlive()) && state instanceof LinkPolicy.State.Online;
      settings = settings.with(keepAlive, longestRetry);
      policy = policy(settings, base.random());
      node.reportAllEvery(fullReport);
      if (anew) {
        lost("the configuration wants another keep-alive");
      }
    });
  }

  /// Whether the terminal is on the broker at this moment. Any thread.
  public boolean online() {
    return online;
  }

  /// Says that the picture may have changed. Never waits; any thread.
  public void changed() {
    if (changed.compareAndSet(false, true)) {
      offer(this::publishChanges);
    }
  }

  /// How long ago the link's thread last looked up; it does so at least once a second unless a call to the broker takes its
  /// time. Any thread.
  public Duration sinceLastBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  /// Leaves the broker with NDEATH and ends the thread; returns within 8 s.
  @Override
  public void close() {
    askToStop();
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("the link did not leave within {} s", CLOSE_LIMIT.toSeconds());
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Leaves the broker in one of the next turns.
  void askToStop() {
    offer(() -> step(new LinkPolicy.Input.StopRequested()));
  }

  private void run() {
    while (!(state instanceof LinkPolicy.State.Closed)) {
      try {
        Duration wait = state instanceof LinkPolicy.State.Online ? QUIET_BEAT : BEAT;
        turn(queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        break;
      } catch (RuntimeException e) { // the runner's edge: a mistake of ours must not end the link
        LOG.error("the link stumbled; it connects again", e);
        lost("internal error");
      }
    }
    drop();
  }

  /// One turn of the thread, for a caller that is the thread; never waits but for the broker.
  void turn() {
    turn(queue.poll());
  }

  /// Whether the next turn is due at once.
  boolean pending() {
    return !queue.isEmpty();
  }

  private void turn(@Nullable Runnable task) {
    if (task != null) {
      task.run();
    }
    beat();
  }

  private void drop() {
    if (connection != null) {
      connection.drop();
      connection = null;
    }
  }

  private void beat() {
    lastBeatNanos = System.nanoTime();
    if (!(state instanceof LinkPolicy.State.Offline) || tls.ready()) {
      step(new LinkPolicy.Input.Tick(steady.instant()));
    }
    if (state instanceof LinkPolicy.State.Online && tls.outlived()) {
      step(new LinkPolicy.Input.Outlived(steady.instant()));
    }
    publishChanges(); // also carries the full report when it is due
    if (state instanceof LinkPolicy.State.Online) {
      send(new OutboxPolicy.Input.Tick(steady.instant(), outbox.waiting()));
    }
  }

  private void step(LinkPolicy.Input input) {
    LinkPolicy.State before = state;
    LinkPolicy.Step step = policy.next(state, input);
    state = step.state();
    online = state instanceof LinkPolicy.State.Online;
    log.tell(broker, before, input, state);
    if (before instanceof LinkPolicy.State.Online && !(state instanceof LinkPolicy.State.Online)) {
      send(new OutboxPolicy.Input.Lost());
    }
    step.effects().forEach(this::perform);
  }

  private void perform(LinkPolicy.Effect effect) {
    switch (effect) {
      case CONNECT -> connect();
      case PUBLISH_BIRTHS -> {
        established++;
        figures.accept(Map.of(NodeMetric.NET_CONNECTS, MetricValue.of(established)));
        publishBirths();
        publishResults();
      }
      case DROP -> drop();
      case LEAVE -> {
        if (connection != null) {
          connection.leave(node.death(clock.instant()));
          connection = null;
        }
      }
      case WITHDRAW -> {
        if (connection != null) {
          connection.withdraw();
          connection = null;
        }
      }
    }
  }

  private void connect() {
    broker = settings.brokers().get(attempt % settings.brokers().size());
    attempt++;
    int mine = attempt; // events of older connections may still be in the queue
    host.connected(broker);
    tls.connecting();
    OutMessage will = node.will(counter.next(), clock.instant());
    try {
      connection =
          base.opener()
              .open(
                  settings,
                  broker,
                  will,
                  subscriptions(),
                  event -> offer(() -> handle(mine, event)));
    } catch (MqttException e) {
      step(new LinkPolicy.Input.Refused(steady.instant(), MqttLink.reason(e)));
    } catch (TlsFilesException e) {
      step(new LinkPolicy.Input.Refused(steady.instant(), String.valueOf(e.getMessage())));
    }
  }

  private String[] subscriptions() {
    String ofNode = Topic.ofNode(settings.group(), MessageType.NCMD, settings.node()).format();
    String ofDevices = ofNode.replace("/NCMD/", "/DCMD/") + "/#";
    return settings.primaryHost() == null
        ? new String[] {ofNode, ofDevices}
        : new String[] {ofNode, ofDevices, HostState.topic(settings.primaryHost())};
  }

  private void handle(int ofAttempt, LinkEvent event) {
    if (ofAttempt != attempt) {
      return;
    }
    switch (event) {
      case LinkEvent.Established _ -> {
        step(new LinkPolicy.Input.Accepted(steady.instant()));
        if (host.online()) { // said before the subscriptions were confirmed
          step(new LinkPolicy.Input.HostOnline(steady.instant()));
        }
      }
      case LinkEvent.Broken(var reason) -> lost(reason);
      case LinkEvent.TakenOver _ -> takenOver();
      case LinkEvent.Arrived(var topic, var payload) -> command(topic, payload);
      case LinkEvent.HostSpoke(var topic, var said) -> hostSays(topic, said);
      case LinkEvent.Unreadable(var reason) ->
          LOG.warn("a command that cannot be read is ignored: {}", reason);
    }
  }

  private void hostSays(String topic, HostState said) {
    String hostId = settings.primaryHost();
    if (hostId == null || !topic.equals(HostState.topic(hostId))) {
      return;
    }
    if (!host.take(said)) {
      LOG.info("a STATE of host {} that is older than the last one is ignored", hostId);
      return;
    }
    LOG.info("host {} is {} at {}", hostId, said.online() ? "online" : "offline", broker);
    Instant now = steady.instant();
    step(
        said.online()
            ? new LinkPolicy.Input.HostOnline(now)
            : new LinkPolicy.Input.HostOffline(now));
  }

  private void command(Topic topic, Payload payload) {
    boolean ofNode = topic.type() == MessageType.NCMD;
    if (ofNode && EdgeNode.asksForRebirth(payload) && state instanceof LinkPolicy.State.Online) {
      LOG.info("the host asks for a rebirth");
      publishBirths();
      return;
    }
    OptionalLong acknowledged = ofNode ? node.acknowledged(payload) : OptionalLong.empty();
    if (acknowledged.isPresent()) {
      send(new OutboxPolicy.Input.Acknowledged(acknowledged.getAsLong()));
      return;
    }
    Optional<ByteString> signed = ofNode ? node.signedCommand(payload) : Optional.empty();
    signed.ifPresentOrElse(
        commands, () -> LOG.info("a {} that means nothing to us is ignored", topic.type()));
  }

  private void publishResults() {
    while (!untold.isEmpty() && state instanceof LinkPolicy.State.Online) {
      publish(List.of(node.result(untold.getFirst(), clock.instant())));
      if (state instanceof LinkPolicy.State.Online) { // otherwise the next connection tells it
        untold.removeFirst();
      }
    }
  }

  private void publishBirths() {
    changed.set(false);
    List<OutMessage> births = node.births(picture.get(), clock.instant());
    publish(births);
    if (state instanceof LinkPolicy.State.Online) {
      LOG.info("born at {} with {} messages", broker, births.size());
      send(new OutboxPolicy.Input.Born());
    }
  }

  private void send(OutboxPolicy.Input input) {
    OutboxPolicy.Step step = outboxPolicy.next(sending, input);
    sending = step.state();
    for (OutboxPolicy.Effect effect : step.effects()) {
      switch (effect) {
        case OutboxPolicy.Effect.Send(var batch) ->
            publish(List.of(node.records(batch, clock.instant())));
        case OutboxPolicy.Effect.Delete(var upTo) -> outbox.acknowledged(upTo);
      }
    }
  }

  private void takenOver() {
    Instant now = steady.instant();
    Duration wait = takeOvers.taken(now);
    LOG.warn(
        "another client took the session of {}, {} times lately; it has it for {} s",
        settings.node(),
        takeOvers.lately(),
        wait.toSeconds());
    step(new LinkPolicy.Input.TakenOver(now, wait));
    figures.accept(Map.of(NodeMetric.NET_TAKE_OVERS, MetricValue.of(takeOvers.total())));
    if (takeOvers.worthTelling()) {
      outbox.add(new RecordBody.CloneSuspected(takeOvers.lately()));
    }
  }

  private void publishChanges() {
    changed.set(false);
    if (state instanceof LinkPolicy.State.Online) {
      publish(node.changes(picture.get(), clock.instant()));
    }
  }

  private void publish(List<OutMessage> messages) {
    for (OutMessage message : messages) {
      try {
        Objects.requireNonNull(connection).publish(message);
      } catch (MqttException | RuntimeException e) { // Paho throws unchecked ones on a dead client
        lost("publish: " + MqttLink.reason(e));
        return; // the next births tell everything again
      }
    }
  }

  private void lost(String reason) {
    step(new LinkPolicy.Input.Lost(steady.instant(), reason));
  }

  private void offer(Runnable task) {
    if (!queue.offer(task)) {
      changed.set(false);
      LOG.warn("the link's queue is full; an event is dropped");
    }
  }
}
