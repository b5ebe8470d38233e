package org.jiujin.agent.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordBody.DayCounted;
import org.jiujin.fleet.record.TerminalRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what must not be lost: one thread that looks at the picture of the terminal, and runs the alarms and the
/// [RecordOutbox]. A disk that is slow holds up nobody else.
public final class Recorder implements Outbox, AutoCloseable {
  /// About 200 KB; in a month without a network a terminal with a flapping device writes fewer.
  static final int ROOM = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration SAVE_EVERY = Duration.ofSeconds(60);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final int QUEUE_LIMIT = 256;

  private final RecordOutbox outbox;
  private final KeptFile dayFile;
  private final KeptFile standingFile;
  private final Supplier<Snapshot> picture;
  private final Consumer<Map<NodeMetric, MetricValue>> figures;
  private final InstantSource clock;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  // owned by the thread
  private final StandingAlarms standing;
  private final DeviceAlarms devices;
  private final DiskAlarm disk;
  private final AppAlarms app;
  private final DayCounter day;
  private Optional<DayCounted> keptDay;
  private final SupplyKeeper supplies;
  private final HeadKeeper heads;
  private Instant savedAt;
  private Map<NodeMetric, MetricValue> told = Map.of();

  /// One whose thread is not started.
  ///
  /// @param room the most records that are kept
  Recorder(
      Disk folder,
      int room,
      ZoneId zone,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      InstantSource clock) {
    Instant now = clock.instant();
    this.outbox = RecordOutbox.open(folder, room, now);
    this.dayFile = new KeptFile(folder, "day");
    this.standingFile = new KeptFile(folder, "standing");
    this.picture = picture;
    this.figures = figures;
    this.clock = clock;
    this.standing = new StandingAlarms(standingFile.read());
    this.devices = new DeviceAlarms(standing.faults(), now);
    this.disk = new DiskAlarm(standing.diskLow());
    this.app = new AppAlarms(standing.crashLoop(), now);
    this.day = new DayCounter(zone, countsOf(dayFile.read()));
    this.keptDay = day.current();
    this.heads = new HeadKeeper(outbox.waiting());
    this.savedAt = now;
    this.supplies = new SupplyKeeper(new KeptFile(folder, "supplies"), zone, now);
    this.thread = Thread.ofPlatform().name("records").unstarted(this::run);
    tellFigures();
  }

  /// Opens the outbox and begins to look.
  ///
  /// @param folder made if missing; nothing else is kept in it. When it cannot be used, records are kept in memory
  /// @param zone in which a day of the counts begins
  /// @param picture asked about once a second
  /// @param figures told of depth, losses and whether the disk takes the records, when they change; never waits
  public static Recorder start(
      Path folder,
      ZoneId zone,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      InstantSource clock) {
    var recorder = new Recorder(new FolderDisk(folder), ROOM, zone, picture, figures, clock);
    recorder.thread.start();
    return recorder;
  }

  /// The app is in this state now.
  public void appIs(AppState state) {
    Instant at = clock.instant();
    offer(() -> write(at, app.is(state)));
  }

  /// The app's process ended, whether it was wanted or not.
  public void appEnded(int exit, String lastWords) {
    Instant at = clock.instant();
    offer(() -> write(at, app.ended(exit, lastWords, at)));
  }

  /// The app's audit journal went so far.
  public void auditHead(LocalMessage.AuditHead head) {
    offer(() -> {
      heads.told(head);
      writeHead(clock.instant(), false);
    });
  }

  /// A disk with less room than this is an alarm from now on, in megabytes.
  public void diskLowBelow(OptionalInt megabytes) {
    long limit = megabytes.isPresent() ? megabytes.getAsInt() : DiskAlarm.LOW_MEGABYTES;
    offer(() -> disk.lowBelow(limit));
  }

  /// The picture with what is made of its supplies: for how many days they last, and levels that do not tremble. Any thread.
  public Snapshot withForecast(Snapshot seen) {
    return supplies.onto(seen);
  }

  @Override
  public void add(RecordBody body) {
    Instant at = clock.instant();
    offer(() -> write(at, List.of(body)));
  }

  @Override
  public List<TerminalRecord> waiting() {
    long upTo = acknowledged.get(); // deleted soon, and never sent again
    List<TerminalRecord> all = outbox.waiting();
    return all.isEmpty() || all.getFirst().seq() > upTo
        ? all
        : all.stream().filter(one -> one.seq() > upTo).toList();
  }

  @Override
  public void acknowledged(long upTo) {
    acknowledged.accumulateAndGet(upTo, Math::max);
    offer(() -> outbox.acknowledged(upTo));
  }

  /// Writes what was told so far and ends the thread; returns within 5 s.
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("the disk does not take the last records in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      try {
        turn(queue.poll(closing ? 0 : BEAT.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the runner's edge: one record must not end all the others
        LOG.error("the recorder stumbled and goes on", e);
      }
    }
    writeHead(clock.instant(), true);
  }

  /// One turn of the thread, for a caller that is the thread; waits for the disk only.
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
    } else {
      look();
    }
    tellFigures();
  }

  private void look() {
    Instant now = clock.instant();
    writeHead(now, false);
    Snapshot seen = picture.get();
    write(now, devices.look(seen.devices(), now));
    write(
        now,
        disk.look(seen.node().getOrDefault(NodeMetric.SYS_DISK_FREE_MB, new MetricValue.Absent())));
    write(now, day.look(seen.node(), now));
    if (!keptDay.equals(day.current())) {
      keptDay = day.current();
      keptDay.ifPresent(counts -> dayFile.write(List.of(counts), now));
    }
    write(now, supplies.look(seen.devices(), now));
    if (supplies.keep(now)) {
      figures.accept(told); // they are as they were, the picture is not
    }
    if (!outbox.durable() && Duration.between(savedAt, now).abs().compareTo(SAVE_EVERY) >= 0) {
      savedAt = now;
      outbox.save();
    }
  }

  private void write(Instant at, List<RecordBody> bodies) {
    boolean others = false;
    for (RecordBody body : bodies) {
      outbox.add(at, body);
      others |= standing.told(body);
    }
    if (others) { // after the record: a loss of power between the two tells an alarm twice, never
      // not at all
      standingFile.write(standing.bodies(), at);
    }
  }

  /// The record's time is that of the head; the outbox takes it in the order of its being told.
  private void writeHead(Instant now, boolean stopping) {
    heads
        .due(outbox.waiting(), now, stopping)
        .ifPresent(head -> write(head.at(), List.of(HeadKeeper.body(head))));
  }

  private static @Nullable DayCounted countsOf(List<RecordBody> kept) {
    return !kept.isEmpty() && kept.getFirst() instanceof DayCounted counts ? counts : null;
  }

  private void tellFigures() {
    Map<NodeMetric, MetricValue> now =
        Map.of(
            NodeMetric.OUTBOX_DEPTH, MetricValue.of(outbox.waiting().size()),
            NodeMetric.OUTBOX_DROPPED, MetricValue.of(outbox.dropped() + missed.get()),
            NodeMetric.OUTBOX_DURABLE, MetricValue.of(outbox.durable()));
    if (!now.equals(told)) {
      told = now;
      figures.accept(now);
    }
  }

  private void offer(Runnable task) {
    if (!queue.offer(task)) {
      missed.incrementAndGet();
      LOG.warn("the recorder's queue is full; a record is dropped");
    }
  }
}
