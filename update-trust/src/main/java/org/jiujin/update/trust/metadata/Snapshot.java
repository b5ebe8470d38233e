package org.jiujin.update.trust.metadata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Which versions of all targets metadata belong together (TUF specification, 4.4).
///
/// @param files by file name, `targets.json` among them
public record Snapshot(long version, Instant expires, Map<String, MetaFile> files)
    implements Metadata {
  /// Keeps a copy.
  public Snapshot {
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
    files = Map.copyOf(files);
  }

  /// Reads what was signed.
  ///
  /// @throws MalformedJson if it is not the content of a snapshot
  public static Snapshot read(JsonObject signed) throws MalformedJson {
    Header header = Header.read(signed, TopRole.SNAPSHOT.word());
    JsonObject written = signed.object("meta");
    Map<String, MetaFile> files = new LinkedHashMap<>();
    for (String name : written.members().keySet()) {
      files.put(name, MetaFile.read(written.object(name)));
    }
    return new Snapshot(header.version(), header.expires(), files);
  }

  @Override
  public JsonObject toJson() {
    var written = new JsonObject.Builder();
    files.forEach((name, file) -> written.put(name, file.toJson()));
    return Header.write(TopRole.SNAPSHOT.word(), this).put("meta", written.build()).build();
  }

  /// The file of a role; empty when it is not listed.
  ///
  /// @param role without `.json`
  public Optional<MetaFile> file(String role) {
    return Optional.ofNullable(files.get(role + ".json"));
  }
}
