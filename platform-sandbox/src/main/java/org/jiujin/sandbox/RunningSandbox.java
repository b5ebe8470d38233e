package org.jiujin.sandbox;

import java.net.URI;
import org.springframework.context.ConfigurableApplicationContext;

/// A sandbox that runs in this JVM.
public final class RunningSandbox implements AutoCloseable {
  private final int port;
  private final ConfigurableApplicationContext context;

  RunningSandbox(int port, ConfigurableApplicationContext context) {
    this.port = port;
    this.context = context;
  }

  /// The port on 127.0.0.1.
  public int port() {
    return port;
  }

  /// The address that a client is given.
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Stops it; running requests get five seconds.
  @Override
  public void close() {
    context.close();
  }
}
