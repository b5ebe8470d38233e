package org.jiujin.agent.link;

import java.net.URI;
import java.net.URISyntaxException;

/// How the address of a broker is written: `tcp://HOST:PORT` or `ssl://HOST:PORT`.
public final class BrokerUri {
  /// For messages to people.
  public static final String FORM = "tcp://HOST:PORT or ssl://HOST:PORT";

  private static final String ENCRYPTED = "ssl";

  private BrokerUri() {}

  /// Whether a text is the address of a broker.
  public static boolean is(String text) {
    try {
      var uri = new URI(text);
      boolean known = "tcp".equals(uri.getScheme()) || ENCRYPTED.equals(uri.getScheme());
      return known && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// Whether the address asks for TLS.
  public static boolean encrypted(String broker) {
    return broker.startsWith(ENCRYPTED + ":");
  }
}
