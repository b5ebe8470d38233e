package org.jiujin.update.trust.source;

import java.io.IOException;
import java.io.OutputStream;

/// Passes on what comes after the first bytes.
final class Rest extends OutputStream {
  private final OutputStream to;
  private long toSkip;

  Rest(OutputStream to, long toSkip) {
    this.to = to;
    this.toSkip = toSkip;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int skipped = (int) Math.min(toSkip, length);
    toSkip -= skipped;
    if (length > skipped) {
      to.write(bytes, offset + skipped, length - skipped);
    }
  }
}
