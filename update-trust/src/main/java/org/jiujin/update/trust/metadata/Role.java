package org.jiujin.update.trust.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Who signs for a role: a number of these keys.
///
/// @param keyIds ids of keys; may name keys that are not listed or not known here
/// @param threshold how many different keys must sign, at least 1; may be more than there are, then nothing is ever signed
public record Role(Set<String> keyIds, long threshold) {
  /// Keeps a copy.
  public Role {
    keyIds = Set.copyOf(keyIds);
    if (threshold < 1) {
      throw new IllegalArgumentException("a role needs at least one signature");
    }
  }

  static Role read(JsonObject written) throws MalformedJson {
    List<String> ids = written.array("keyids").texts();
    Set<String> once = new LinkedHashSet<>(ids);
    if (once.size() < ids.size()) {
      throw new MalformedJson("a role names a key twice");
    }
    return new Role(once, written.whole("threshold", 1));
  }

  JsonObject.Builder toJson() {
    return new JsonObject.Builder()
        .put("keyids", JsonArray.ofTexts(keyIds.stream().sorted().toList()))
        .put("threshold", threshold);
  }

  Quorum quorum(Map<String, VerifyingKey> keys) {
    return Quorum.of(this, keys);
  }
}
