package org.jiujin.update.trust.metadata;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Which target paths a delegation is for.
public sealed interface Reach {
  /// Whether a target path is among them.
  boolean covers(String path);

  /// Adds itself to a delegation as metadata writes it.
  void write(JsonObject.Builder delegation);

  /// Paths by pattern, with `*` and `?`, neither of which stands for a slash.
  record Patterns(List<String> patterns) implements Reach {
    /// Keeps a copy.
    public Patterns {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean covers(String path) {
      return patterns.stream().anyMatch(pattern -> PathPattern.matches(pattern, path));
    }

    @Override
    public void write(JsonObject.Builder delegation) {
      delegation.put("paths", JsonArray.ofTexts(patterns));
    }
  }

  /// Paths by the beginning of their SHA-256, in lower-case hexadecimal.
  record HashPrefixes(List<String> prefixes) implements Reach {
    /// Keeps a copy.
    public HashPrefixes {
      prefixes = List.copyOf(prefixes);
    }

    @Override
    public boolean covers(String path) {
      String hash = HexFormat.of().formatHex(hashOf(path));
      return prefixes.stream().anyMatch(hash::startsWith);
    }

    @Override
    public void write(JsonObject.Builder delegation) {
      delegation.put("path_hash_prefixes", JsonArray.ofTexts(prefixes));
    }
  }

  /// Reads the one of both that a delegation has.
  static Reach read(JsonObject delegation) throws MalformedJson {
    if (delegation.has("paths") == delegation.has("path_hash_prefixes")) {
      throw new MalformedJson("a delegation needs either «paths» or «path_hash_prefixes»");
    }
    return delegation.has("paths")
        ? new Patterns(delegation.array("paths").texts())
        : new HashPrefixes(delegation.array("path_hash_prefixes").texts());
  }

  /// The SHA-256 of a path.
  static byte[] hashOf(String path) {
    return Hashes.Algorithm.SHA256.digest().digest(path.getBytes(StandardCharsets.UTF_8));
  }
}
