package org.jiujin.console.ingest;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts messages that are not what the protocol allows, and names each sender in the log once. Not thread-safe.
final class Garbage {
  private static final Logger LOG = LoggerFactory.getLogger(Garbage.class);
  private static final int MOST_SOURCES = 1000;
  private static final int MOST_CHARACTERS = 120;

  private final Set<String> named = new HashSet<>();
  private long count;

  /// @param topic where the message came by, as untrusted as its content
  void add(String topic, String reason) {
    count++;
    String cut = topic.length() <= MOST_CHARACTERS ? topic : topic.substring(0, MOST_CHARACTERS);
    String source = cut.replaceAll("\\p{Cntrl}", "?");
    if (named.size() < MOST_SOURCES && named.add(source)) {
      LOG.warn("Ignoring what arrives at {}: {} (said once per topic)", source, reason);
    }
  }

  long count() {
    return count;
  }
}
