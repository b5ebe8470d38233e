package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The app's side of the local link to the agent that supervises it.
///
/// ```
/// Waiting --time is up--> Connecting --connected--> Talking
///    ^                        |                        |
///    +-------- refused -------+--------- lost ---------+
/// ```
///
/// Two threads: `agent-link` connects and listens, `agent-link-out` writes while there is a connection. Nobody who calls
/// this class ever waits for the agent. The app works the same without an agent; the link tries again until it is closed,
/// after [#FIRST_WAIT], then twice as long each time up to [#LONGEST_WAIT].
public final class AgentLink implements AutoCloseable {
  static final Duration FIRST_WAIT = Duration.ofMillis(200);
  static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(AgentLink.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final UnixDomainSocketAddress address;
  private final LocalMessage.Hello hello;
  private final Supplier<LocalMessage.Report> report;
  private final HeadSource heads;
  private final Consumer<Runnable> painter;
  private final OrderTaker orders;
  private final Runnable stop;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable AgentTalk> talk = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "agent-link");

  /// @param socket where the agent listens; need not exist yet
  /// @param hello who this app is
  /// @param report says how everything is; called on the link's thread and must not wait
  /// @param heads says how far the audit journal went; asked with each report
  /// @param painter runs a task on the thread that paints, so that an answer to a ping proves that it lives
  /// @param orders carries out what the agent orders; called on the link's thread
  /// @param stop ends the app; called on the link's thread and must return at once
  public AgentLink(
      Path socket,
      LocalMessage.Hello hello,
      Supplier<LocalMessage.Report> report,
      HeadSource heads,
      Consumer<Runnable> painter,
      OrderTaker orders,
      Runnable stop) {
    this.address = UnixDomainSocketAddress.of(socket);
    this.hello = hello;
    this.report = report;
    this.heads = heads;
    this.painter = painter;
    this.orders = orders;
    this.stop = stop;
  }

  /// Begins to connect. Call once.
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /// Something changed: send a report at once, or with the next connection. Returns at once; any thread.
  public void reportSoon() {
    AgentTalk now = talk.get();
    if (now != null) {
      now.reportSoon();
    }
  }

  /// Ends the link and its threads; waits at most two seconds.
  @Override
  public void close() {
    closed.countDown();
    AgentTalk now = talk.get();
    if (now != null) {
      now.close();
    }
    thread.interrupt(); // a connect that waits ends, and its channel is closed
    try {
      thread.join(CLOSE_LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    while (!over(wait)) {
      boolean connected = connect();
      wait = connected ? FIRST_WAIT : min(wait.multipliedBy(2), LONGEST_WAIT);
    }
  }

  /// Waits, and says whether the link was closed meanwhile.
  private boolean over(Duration wait) {
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true; // only close() interrupts
    }
  }

  /// One connection from its begin to its end; false when there was none.
  private boolean connect() {
    boolean connected = false;
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      connected = channel.connect(address);
      LOG.info("Connected to the agent");
      try (var now = new AgentTalk(channel, hello, report, heads)) {
        talk.set(now);
        if (closed.getCount() > 0) {
          now.start();
          listen(channel, now);
        }
      } finally {
        talk.set(null);
      }
      LOG.info("The agent closed the link");
    } catch (MalformedMessageException e) {
      LOG.warn("The agent spoke in a way this app does not know: {}", e.getMessage());
    } catch (IOException e) {
      LOG.debug("No link to the agent: {}", e.toString());
    }
    return connected;
  }

  private void listen(SocketChannel channel, AgentTalk now)
      throws IOException, MalformedMessageException {
    var in = Channels.newInputStream(channel);
    for (var message = LocalCodec.read(in); message.isPresent(); message = LocalCodec.read(in)) {
      switch (message.get()) {
        case LocalMessage.Ping(var nonce) ->
            painter.accept(() -> now.send(new LocalMessage.Pong(nonce)));
        case LocalMessage.Stop _ -> {
          LOG.info("The agent asks the app to stop");
          stop.run();
        }
        case LocalMessage.Order order -> orders.take(order, now::send);
        case LocalMessage.Settings settings -> orders.take(settings, now::send);
        case LocalMessage.Claim claim -> orders.claim(claim);
        case LocalMessage.Hello _,
            LocalMessage.Report _,
            LocalMessage.Pong _,
            LocalMessage.OrderDone _,
            LocalMessage.SettingsTaken _,
            LocalMessage.AuditHead _ ->
            throw new MalformedMessageException("an agent does not say this");
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
