package org.jiujin.agent.update;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;

/// Takes no more bytes in a second than allowed, so that a village's line is left to the residents. What is behind waits.
///
/// @param bytesPerSecond 0 for as many as there are
record CappedSource(RepositorySource source, long bytesPerSecond) implements RepositorySource {
  @Override
  public boolean fetch(RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    return source.fetch(path, most, capped(to));
  }

  @Override
  public boolean fetch(RepositoryPath path, long from, long most, OutputStream to)
      throws FetchFailed, IOException {
    return source.fetch(path, from, most, capped(to));
  }

  private OutputStream capped(OutputStream to) {
    return bytesPerSecond == 0 ? to : new Capped(to, bytesPerSecond);
  }

  private static final class Capped extends OutputStream {
    private final OutputStream to;
    private final long bytesPerSecond;
    private long due = System.nanoTime();

    Capped(OutputStream to, long bytesPerSecond) {
      this.to = to;
      this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    /// Whoever brings the bytes waits, and reads no more of the connection meanwhile.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      to.write(bytes, offset, length);
      long now = System.nanoTime();
      due = Math.max(due, now - TimeUnit.SECONDS.toNanos(1)); // a pause is not made up for
      due += TimeUnit.SECONDS.toNanos(1) * length / bytesPerSecond;
      for (long left = due - now; left > 0; left = due - System.nanoTime()) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        LockSupport.parkNanos(left);
      }
    }
  }
}
