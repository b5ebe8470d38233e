package org.jiujin.agent.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Does not tell at once when a connection ends as soon as it began.
///
/// When a broker accepts and drops at once, Paho's reading thread ends before its connecting thread has seen it run, and
/// the connecting thread then waits for it for ever, one thread per attempt. It looks every 100 ms, so an end that is
/// held back until the connection is half a second old is seen in the right order.
final class PatientStream extends FilterInputStream {
  /// Five looks of Paho's connecting thread.
  private static final Duration HOLD_BACK = Duration.ofMillis(500);

  private final long openedNanos = System.nanoTime();

  PatientStream(InputStream in) {
    super(in);
  }

  /// Returns when a connection that was opened at this [System#nanoTime()] may end: at once, if it is old enough.
  static void waitUntilSettled(long openedNanos) {
    long rest = openedNanos + HOLD_BACK.toNanos() - System.nanoTime();
    while (rest > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(rest);
      rest = openedNanos + HOLD_BACK.toNanos() - System.nanoTime();
    }
  }

  @Override
  public int read() throws IOException {
    return held(super::read);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    return held(() -> super.read(bytes, from, length));
  }

  private int held(Read read) throws IOException {
    try {
      int result = read.read();
      if (result < 0) {
        waitUntilSettled(openedNanos);
      }
      return result;
    } catch (SocketTimeoutException e) {
      throw e; // nothing to read at the moment
    } catch (IOException e) {
      waitUntilSettled(openedNanos);
      throw e;
    }
  }

  @FunctionalInterface
  private interface Read {
    int read() throws IOException;
  }
}
