package org.jiujin.agent.enrol;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jiujin.agent.time.SteadyTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets the terminal's certificate and renews it in time: one thread that runs [EnrolmentDesk]. Where others see to the
/// certificate it does nothing.
public final class Enrolment implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
  private static final int QUEUE_LIMIT = 16;

  private final @Nullable EnrolmentDesk desk;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final Thread thread;
  private volatile long lastBeatNanos = System.nanoTime();
  private volatile boolean closing;

  private Enrolment(@Nullable EnrolmentDesk desk) {
    this.desk = desk;
    this.thread =
        Thread.ofPlatform()
            .name("enrol")
            .unstarted(() -> {
              if (desk != null) {
                run(desk);
              }
            });
  }

  /// Begins with what is on the disk.
  ///
  /// @param settings null where others see to the certificate
  public static Enrolment start(
      @Nullable EnrolmentSettings settings, EnrolmentWatch watch, InstantSource clock) {
    if (settings == null) {
      return new Enrolment(null);
    }
    return start(
        settings, EnrolmentPolicy.Timing.USUAL, new EstClient(settings, clock), watch, clock);
  }

  static Enrolment start(
      EnrolmentSettings settings,
      EnrolmentPolicy.Timing timing,
      EstServer server,
      EnrolmentWatch watch,
      InstantSource clock) {
    var keys = new SoftKeys();
    var random = new SecureRandom();
    var enrolment =
        new Enrolment(
            new EnrolmentDesk(
                settings.terminal(),
                new EnrolmentPolicy(timing, random),
                new Papers(new FolderDrawer(settings.folder()), keys),
                keys,
                server,
                watch,
                clock,
                new SteadyTime(clock),
                random));
    enrolment.thread.start();
    return enrolment;
  }

  /// The app has begun to talk. Never waits; any thread.
  public void appGreets() {
    if (desk != null && !queue.offer(desk::repeat)) {
      LOG.warn("the enrolment is busy; the app is told with the next change");
    }
  }

  /// How long ago the thread last looked up: about a second, unless the server takes its time. Any thread.
  public Duration sinceLastBeat() {
    return desk == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  /// Ends the thread, also in the middle of a request.
  @Override
  public void close() {
    if (desk == null) {
      return; // its thread never began
    }
    closing = true;
    thread.interrupt();
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("a request for a certificate does not end; it is left behind");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(EnrolmentDesk desk) {
    while (!closing) {
      try {
        lastBeatNanos = System.nanoTime();
        desk.beat();
        next();
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the runner's edge: a mistake of ours must not end the thread
        LOG.error("the enrolment stumbled and goes on", e);
        rest();
      }
    }
  }

  private void next() throws InterruptedException {
    Runnable task = queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
    if (task != null) {
      task.run();
    }
  }

  /// So that a mistake that comes again at once does not keep the machine busy.
  private void rest() {
    try {
      next();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
