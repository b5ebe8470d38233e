package org.jiujin.update.trust.metadata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Which files there are, and who else may say so (TUF specification, 4.5). Delegated roles have the same form.
///
/// @param files by path
public record Targets(
    long version, Instant expires, Map<String, TargetFile> files, Delegations delegations)
    implements Metadata {
  /// Keeps a copy.
  public Targets {
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
    files = Map.copyOf(files);
  }

  /// Reads what was signed.
  ///
  /// @throws MalformedJson if it is not the content of a targets role
  public static Targets read(JsonObject signed) throws MalformedJson {
    Header header = Header.read(signed, TopRole.TARGETS.word());
    JsonObject written = signed.object("targets");
    Map<String, TargetFile> files = new LinkedHashMap<>();
    for (String path : written.members().keySet()) {
      files.put(path, TargetFile.read(path, written.object(path)));
    }
    return new Targets(
        header.version(),
        header.expires(),
        files,
        signed.has("delegations")
            ? Delegations.read(signed.object("delegations"))
            : Delegations.NONE);
  }

  @Override
  public JsonObject toJson() {
    var written = new JsonObject.Builder();
    files.values().forEach(file -> written.put(file.path(), file.toJson()));
    var all = Header.write(TopRole.TARGETS.word(), this).put("targets", written.build());
    if (!delegations.isEmpty()) {
      all.put("delegations", delegations.toJson());
    }
    return all.build();
  }

  /// A file that this role itself vouches for.
  public Optional<TargetFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
