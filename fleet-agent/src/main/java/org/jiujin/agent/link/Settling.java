package org.jiujin.agent.link;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Whether Paho's threads of one connection have seen each other run.
///
/// Paho's connecting thread starts a reading and a sending one, and looks every 100 ms whether they run. When a broker drops, or
/// says something wrong, before it has looked, they have ended, and it looks for ever: one thread lost per attempt. Its CONNECT
/// is sent after all that, so nothing that comes from the broker, nor its end, is told before. Without CONNECT, Paho closes the
/// connection after it has looked. A connection that is thrown away before it was opened is not opened any more: its threads would
/// begin in one that is gone.
final class Settling {
  /// How long a connection that cannot even be opened is left to itself before it is thrown away.
  private static final Duration AT_LEAST = Duration.ofMillis(500);

  /// A machine that gives the connecting thread no time for so long has other troubles.
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  private final long beginNanos = System.nanoTime();
  private final CountDownLatch spoken = new CountDownLatch(1);
  private boolean opened;
  private boolean thrownAway;

  /// Opens the connection.
  ///
  /// @throws SocketException if it is thrown away already
  synchronized InputStream in(InputStream broker) throws SocketException {
    if (thrownAway) {
      throw new SocketException("the connection came too late");
    }
    opened = true;
    return new PatientStream(broker, this);
  }

  OutputStream out(OutputStream broker) {
    return new FilterOutputStream(broker) {
      @Override
      public void write(int one) throws IOException {
        spoken.countDown();
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        spoken.countDown();
        out.write(bytes, from, length);
      }
    };
  }

  /// The connection is closed from our side, so nobody waits for threads to be seen any more.
  void over() {
    spoken.countDown();
  }

  /// Returns when CONNECT has been sent, or cannot be.
  void awaitConnect() {
    try {
      var _ = spoken.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when the connection may be thrown away.
  void awaitEnd() {
    long rest = beginNanos + AT_LEAST.toNanos() - System.nanoTime();
    while (rest > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(rest);
      rest = beginNanos + AT_LEAST.toNanos() - System.nanoTime();
    }
    if (!throwAway()) {
      awaitConnect();
    }
  }

  private synchronized boolean throwAway() {
    thrownAway = !opened;
    return thrownAway;
  }
}
