package org.jiujin.console.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jiujin.fleet.Topic;

/// The retained STATE message by which a Host Application says that it is there (fleet reference, 2.2).
///
/// @param since the same in the birth and in the will of one connection
record HostState(String hostId, Instant since) {
  String topic() {
    return Topic.NAMESPACE + "/STATE/" + hostId;
  }

  byte[] online() {
    return json(true);
  }

  byte[] offline() {
    return json(false);
  }

  /// Whether somebody, an old connection's late will for example, says that this host is gone.
  static boolean denies(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8)
        .replace(" ", "")
        .contains("\"online\":false");
  }

  private byte[] json(boolean online) {
    return "{\"online\":%b,\"timestamp\":%d}"
        .formatted(online, since.toEpochMilli())
        .getBytes(StandardCharsets.UTF_8);
  }
}
