package org.jiujin.update.trust.metadata;

import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// A file that may be downloaded.
///
/// @param path its name in the repository, with slashes; outside text, never a path on this machine
/// @param length in bytes
/// @param custom what the author says of it, empty when nothing
public record TargetFile(String path, long length, Hashes hashes, JsonObject custom) {
  /// A file with this content, of which nothing more is said.
  public static TargetFile of(String path, byte[] content) {
    return new TargetFile(path, content.length, Hashes.of(content), JsonObject.EMPTY);
  }

  static TargetFile read(String path, JsonObject written) throws MalformedJson {
    return new TargetFile(
        path,
        written.whole("length", 0),
        Hashes.read(written.object("hashes")),
        written.has("custom") ? written.object("custom") : JsonObject.EMPTY);
  }

  JsonObject toJson() {
    var written = new JsonObject.Builder().put("length", length).put("hashes", hashes.toJson());
    if (!custom.members().isEmpty()) {
      written.put("custom", custom);
    }
    return written.build();
  }
}
