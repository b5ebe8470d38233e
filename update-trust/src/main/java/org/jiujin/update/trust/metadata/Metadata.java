package org.jiujin.update.trust.metadata;

import java.time.Instant;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// What one of the four kinds of metadata says. Members that we do not know are not kept here, only in the [Envelope].
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {
  /// At least 1, and higher with each change.
  long version();

  /// From this instant on it must not be used.
  Instant expires();

  /// What is to be signed.
  JsonObject toJson();

  /// Reads one kind of metadata.
  ///
  /// @param <T> the kind
  @FunctionalInterface
  interface Reader<T extends Metadata> {
    /// Reads what was signed.
    ///
    /// @throws MalformedJson if it does not say what this kind of metadata must say
    T read(JsonObject signed) throws MalformedJson;
  }
}
