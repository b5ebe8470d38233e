package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what is to be accounted for and has it written, in the order in which it came, by a thread of its own, `audit`.
///
/// ```
/// Sound --the disk refuses--> Refused: entries wait in memory, and what is too much is counted
///   ^                            |
///   +--- the disk takes them ----+  (tried with each entry, and once a minute)
/// ```
///
/// Residents are served while the disk refuses: their applications are safe or refused by the outbox, which is on the same disk.
/// Whoever must not act unaccounted asks [AuditPen#keep]. Thread-safe; nobody but [AuditPen#keep] ever waits.
public final class AuditTrail implements AutoCloseable {
  /// Entries that wait for the disk at most; some two hours of visits one after the other.
  static final int MOST_WAITING = 512;

  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int CHAIN_BYTES = 8;

  private final Path home;
  private final Journal.Limits limits;
  private final Medium medium;
  private final Patience patience;
  private final InstantSource time;
  private final List<Consumer<Standing>> watchers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().name("audit").daemon().unstarted(this::run);

  // held by the lock
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private long asked; // how often somebody had something to write
  private long tried; // as often as asked, when the disk was last tried
  private long taken;
  private long settled; // of those taken, in order
  private long lost;
  private long refusals;
  private boolean refused;
  private boolean closing;

  private @Nullable Journal journal; // the thread's
  private long sessionEnd; // the thread's
  private volatile Standing standing;

  /// How long somebody waits for the disk.
  record Patience(Duration keep, Duration close) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  AuditTrail(
      Path home, Journal.Limits limits, Medium medium, Patience patience, InstantSource time) {
    this.home = home;
    this.limits = limits;
    this.medium = medium;
    this.patience = patience;
    this.time = time;
    this.standing = new Standing(Optional.empty(), 0, 0, time.instant());
  }

  /// Opens the journal and begins to write, both on the thread of its own, so that the start does not wait for it.
  ///
  /// @param home made if it is not there; nothing else is kept in it
  /// @param version of the app
  public static AuditTrail start(Path home, String version, InstantSource time) {
    var trail =
        new AuditTrail(home, Journal.Limits.USUAL, new FolderMedium(), Patience.USUAL, time);
    trail.start(version);
    return trail;
  }

  void start(String version) {
    terminal().note(new AuditEvent.AppStarted(version));
    thread.start();
  }

  /// Begins a session under a random id.
  public AuditPen session(Actor actor) {
    return new AuditPen(this, UUID.randomUUID().toString(), actor);
  }

  /// For what an operator does from afar.
  public AuditPen operator() {
    return new AuditPen(this, "", Actor.OPERATOR);
  }

  /// For what the terminal does by itself.
  public AuditPen terminal() {
    return new AuditPen(this, "", Actor.TERMINAL);
  }

  /// How the journal stands now.
  public Standing standing() {
    return standing;
  }

  /// Tells how the journal stands whenever that changed, on the journal's thread; the watcher must return quickly.
  ///
  /// @return stops telling
  public Runnable watch(Consumer<Standing> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /// Writes what was taken so far and that the app ended; returns within five seconds.
  @Override
  public void close() {
    terminal().note(new AuditEvent.AppEnded());
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(patience.close())) {
        LOG.warn("The disk does not take the last audit entries in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void note(String session, Actor actor, AuditEvent event) {
    var _ = take(session, actor, event);
  }

  boolean keep(String session, Actor actor, AuditEvent event) {
    lock.lock();
    try {
      long refusedBefore = refusals;
      long lostBefore = lost;
      long ticket = take(session, actor, event);
      long left = patience.keep().toNanos();
      while (settled < ticket && refusals == refusedBefore && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ticket > 0 && settled >= ticket && lost <= lostBefore;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// @return counts the entries that were taken; 0 for one that was lost
  private long take(String session, Actor actor, AuditEvent event) {
    lock.lock();
    try {
      asked++;
      changed.signalAll();
      if (waiting.size() >= MOST_WAITING) {
        lost++;
        return 0;
      }
      waiting.add(new Entry(time.instant(), session, actor, event));
      taken++;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Optional<Entry> next = next();
    while (next.isPresent()) {
      write(next.get());
      next = next();
    }
    Journal open = journal;
    if (open != null) {
      open.close();
    }
  }

  /// Waits for the next entry to write; after a refusal, for another entry or for the time to try again.
  ///
  /// @return empty at the end
  private Optional<Entry> next() {
    lock.lock();
    try {
      long left = AGAIN.toNanos();
      while (!closing && (waiting.isEmpty() || (refused && asked == tried && left > 0))) {
        if (waiting.isEmpty()) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
      tried = asked; // before the try: who asks during it is not kept waiting
      boolean over = closing && (waiting.isEmpty() || refused);
      return over ? Optional.empty() : Optional.of(waiting.getFirst());
    } catch (InterruptedException _) {
      return Optional.empty(); // nobody interrupts it
    } finally {
      lock.unlock();
    }
  }

  private void write(Entry entry) {
    try {
      ChainHead head = opened().append(entry);
      if (entry.event() instanceof AuditEvent.SessionEnded) {
        sessionEnd = head.count();
      }
      settled(head);
    } catch (IOException e) {
      refuse(e);
    } catch (RuntimeException e) { // the thread's edge: one entry must not end all the others
      LOG.error("An audit entry failed by a programming error", e);
      skip();
    }
  }

  private Journal opened() throws IOException {
    Journal open = journal;
    if (open == null) {
      open = Journal.open(home, limits, medium, time.instant(), AuditTrail::newChain);
      journal = open;
    }
    return open;
  }

  private void settled(ChainHead head) {
    lock.lock();
    try {
      var _ = waiting.removeFirst();
      settled++;
      if (refused) {
        LOG.info("The audit journal is written again");
      }
      refused = false;
      if (lost > 0 && waiting.isEmpty()) { // here the lost ones would stand
        waiting.add(Entry.ofTerminal(time.instant(), new AuditEvent.EntriesLost(lost)));
        taken++;
        lost = 0;
      }
      tell(Optional.of(head), 0);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    watchers.forEach(watcher -> watcher.accept(standing));
  }

  private void refuse(IOException why) {
    lock.lock();
    try {
      if (!refused) {
        LOG.error("The audit journal cannot be written; entries wait in memory", why);
      }
      refused = true;
      refusals++;
      tell(Optional.ofNullable(journal).map(Journal::head), waiting.size() + lost);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    watchers.forEach(watcher -> watcher.accept(standing));
  }

  private void skip() {
    lock.lock();
    try {
      var _ = waiting.removeFirst();
      settled++;
      lost++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Optional<ChainHead> head, long unwritten) {
    Instant now = time.instant();
    standing = new Standing(head, sessionEnd, unwritten, now);
  }

  private static String newChain() {
    byte[] id = new byte[CHAIN_BYTES];
    new SecureRandom().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
