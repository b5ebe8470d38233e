package org.jiujin.console.ingest;

/// The console's own connection to the broker. While it is down, what the console shows may be out of date.
public interface BrokerLink {
  /// Whether the console hears the terminals at this moment. From any thread.
  boolean connected();
}
