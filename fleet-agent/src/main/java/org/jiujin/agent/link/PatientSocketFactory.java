package org.jiujin.agent.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/// Makes sockets that do not tell at once when a connection ends as soon as it began.
///
/// When a broker accepts and drops at once, Paho's reading thread ends before its connecting thread has seen it run, and
/// the connecting thread then waits for it for ever, one thread per attempt. It looks every 100 ms, so an end that is
/// held back until the connection is half a second old is seen in the right order.
final class PatientSocketFactory extends SocketFactory {
  /// Five looks of Paho's connecting thread.
  private static final Duration HOLD_BACK = Duration.ofMillis(500);

  /// Returns when a connection that was opened at this [System#nanoTime()] may end: at once, if it is old enough.
  static void waitUntilSettled(long openedNanos) {
    long rest = openedNanos + HOLD_BACK.toNanos() - System.nanoTime();
    while (rest > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(rest);
      rest = openedNanos + HOLD_BACK.toNanos() - System.nanoTime();
    }
  }

  @Override
  public Socket createSocket() {
    return new PatientSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  private static final class PatientSocket extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new PatientStream(super.getInputStream());
    }
  }

  private static final class PatientStream extends FilterInputStream {
    private final long openedNanos = System.nanoTime();

    PatientStream(InputStream in) {
      super(in);
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
          holdBack();
        }
        return result;
      } catch (SocketTimeoutException e) {
        throw e; // nothing to read at the moment
      } catch (IOException e) {
        holdBack();
        throw e;
      }
    }

    private void holdBack() {
      waitUntilSettled(openedNanos);
    }
  }

  @FunctionalInterface
  private interface Read {
    int read() throws IOException;
  }
}
