package org.jiujin.update.trust.metadata;

import java.util.OptionalLong;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;
import org.jspecify.annotations.Nullable;

/// What timestamp and snapshot say of another metadata file (METAFILES, 4.4).
///
/// @param version at least 1
/// @param knownLength in bytes, where the repository tells it
/// @param hashes where the repository tells them
public record MetaFile(long version, @Nullable Long knownLength, @Nullable Hashes hashes) {
  /// A file of which only the version is told.
  public static MetaFile of(long version) {
    return new MetaFile(version, null, null);
  }

  /// A file of which everything is told.
  public static MetaFile of(long version, byte[] file) {
    return new MetaFile(version, (long) file.length, Hashes.of(file));
  }

  static MetaFile read(JsonObject written) throws MalformedJson {
    return new MetaFile(
        written.whole("version", 1),
        written.has("length") ? (Long) written.whole("length", 0) : null,
        written.has("hashes") ? Hashes.read(written.object("hashes")) : null);
  }

  JsonObject toJson() {
    var written = new JsonObject.Builder().put("version", version);
    if (knownLength != null) {
      written.put("length", knownLength);
    }
    if (hashes != null) {
      written.put("hashes", hashes.toJson());
    }
    return written.build();
  }

  /// The length that the file must have; empty when it is not told.
  public OptionalLong length() {
    return knownLength == null ? OptionalLong.empty() : OptionalLong.of(knownLength);
  }

  /// Whether a file has the length and the hashes that are told.
  public boolean match(byte[] file) {
    return (knownLength == null || knownLength == file.length)
        && (hashes == null || hashes.match(file));
  }
}
