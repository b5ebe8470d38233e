package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the app says during one connection to the agent, written by a thread of its own.
///
/// An agent that does not read holds up this thread only: what waits is bounded, what is too much is dropped, and closing
/// the channel ends the write.
final class AgentTalk implements AutoCloseable {
  /// A report is due at least this often, changed or not.
  static final Duration REPORT_EVERY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(AgentTalk.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
  private static final int WAITING_AT_MOST = 32;

  private final SocketChannel channel;
  private final LocalMessage.Hello hello;
  private final Supplier<LocalMessage.Report> report;
  private final HeadPace heads;
  private final Duration reportEvery;
  private final BlockingQueue<Supplier<? extends LocalMessage>> waiting =
      new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final AtomicBoolean reportWaits = new AtomicBoolean();
  private final Thread writer = new Thread(this::write, "agent-link-out");

  AgentTalk(
      SocketChannel channel,
      LocalMessage.Hello hello,
      Supplier<LocalMessage.Report> report,
      HeadSource heads) {
    this(channel, hello, report, heads, REPORT_EVERY);
  }

  AgentTalk(
      SocketChannel channel,
      LocalMessage.Hello hello,
      Supplier<LocalMessage.Report> report,
      HeadSource heads,
      Duration reportEvery) {
    this.heads = new HeadPace(heads, System::nanoTime);
    this.reportEvery = reportEvery;
    this.channel = channel;
    this.hello = hello;
    this.report = report;
  }

  void start() {
    writer.setDaemon(true);
    writer.start();
  }

  void send(LocalMessage message) {
    if (!waiting.offer(() -> message)) {
      LOG.debug("The agent does not read; a message was dropped");
    }
  }

  /// Several changes before the next write make one report.
  void reportSoon() {
    if (reportWaits.compareAndSet(false, true) && !waiting.offer(this::freshReport)) {
      reportWaits.set(false);
    }
  }

  @Override
  public void close() {
    hangUp();
    writer.interrupt();
    try {
      if (writer.isAlive()) { // it may not have been started yet
        writer.join(CLOSE_LIMIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private LocalMessage.Report freshReport() {
    // Before the report is made: a change after this makes another one.
    reportWaits.set(false);
    return report.get();
  }

  private void write() {
    try {
      OutputStream out = Channels.newOutputStream(channel);
      LocalCodec.write(hello, out);
      LocalCodec.write(freshReport(), out);
      writeHead(out);
      long due = nextReport();
      while (channel.isOpen()) {
        // Answers to pings keep the queue busy: the report is due by the clock, not by silence.
        var next = waiting.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        LocalMessage message = next == null ? freshReport() : next.get();
        LocalCodec.write(message, out);
        if (message instanceof LocalMessage.Report) {
          due = nextReport();
          writeHead(out);
        }
      }
    } catch (IOException e) {
      LOG.debug("The link to the agent ended: {}", e.toString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // closed
    } finally {
      // Whatever ended the writing, the listener must not wait on a link that says nothing.
      hangUp();
    }
  }

  private void writeHead(OutputStream out) throws IOException {
    Optional<LocalMessage.AuditHead> head = heads.due();
    if (head.isPresent()) {
      LocalCodec.write(head.get(), out);
    }
  }

  private long nextReport() {
    return System.nanoTime() + reportEvery.toNanos();
  }

  private void hangUp() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("Closing the link to the agent: {}", e.toString());
    }
  }
}
