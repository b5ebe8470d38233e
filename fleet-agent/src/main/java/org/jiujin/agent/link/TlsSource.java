package org.jiujin.agent.link;

import java.time.Instant;
import javax.net.ssl.SSLContext;

/// What the link needs to speak TLS. Asked anew for each connection, so that a renewed certificate takes effect without a
/// restart. From the link's thread.
public interface TlsSource {
  /// What the next connection speaks with.
  ///
  /// @throws TlsFilesException if something is missing, or not what it should be
  SSLContext context() throws TlsFilesException;

  /// Whether there is what it takes to connect. While there is not, the link waits. Asked several times a second.
  default boolean ready() {
    return true;
  }

  /// From when on a connection that is made now ought to be made anew, if by then there is something newer. Seldom asked.
  default Instant bestBefore() {
    return Instant.MAX;
  }
}
