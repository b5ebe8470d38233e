package org.jiujin.agent.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/// What comes from a broker, told when the connection has settled; see [Settling].
final class PatientStream extends FilterInputStream {
  private final Settling settling;

  PatientStream(InputStream in, Settling settling) {
    super(in);
    this.settling = settling;
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
      settling.awaitConnect();
      return result;
    } catch (SocketTimeoutException e) {
      throw e; // nothing to read at the moment
    } catch (IOException e) {
      settling.awaitConnect();
      throw e;
    }
  }

  @FunctionalInterface
  private interface Read {
    int read() throws IOException;
  }
}
