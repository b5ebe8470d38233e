package org.jiujin.update.trust.metadata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Which snapshot is the newest (TUF specification, 4.4).
///
/// @param snapshot the snapshot's file
public record Timestamp(long version, Instant expires, MetaFile snapshot) implements Metadata {
  private static final String FILE = "snapshot.json";

  /// Metadata knows whole seconds.
  public Timestamp {
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
  }

  /// Reads what was signed.
  ///
  /// @throws MalformedJson if it is not the content of a timestamp
  public static Timestamp read(JsonObject signed) throws MalformedJson {
    Header header = Header.read(signed, TopRole.TIMESTAMP.word());
    return new Timestamp(
        header.version(), header.expires(), MetaFile.read(signed.object("meta").object(FILE)));
  }

  @Override
  public JsonObject toJson() {
    return Header.write(TopRole.TIMESTAMP.word(), this)
        .put("meta", new JsonObject.Builder().put(FILE, snapshot.toJson()).build())
        .build();
  }
}
