package org.jiujin.update.trust.metadata;

import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// A role that another may decide about some paths.
///
/// @param name of the delegated role; outside text, never a file name as it is
/// @param terminating whether nobody after it is asked about these paths
public record Delegation(String name, Role role, Reach reach, boolean terminating) {
  /// @throws IllegalArgumentException if the name is empty or that of a top-level role
  public Delegation {
    if (!isName(name)) {
      throw new IllegalArgumentException("a delegated role needs a name of its own");
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && !TopRole.isOne(name);
  }

  static Delegation read(JsonObject written) throws MalformedJson {
    String name = written.text("name");
    if (!isName(name)) {
      throw new MalformedJson("a delegated role has no name of its own");
    }
    return new Delegation(
        name,
        Role.read(written),
        Reach.read(written),
        written.has("terminating") && written.truth("terminating"));
  }

  JsonObject toJson() {
    JsonObject.Builder written = role.toJson().put("name", name).put("terminating", terminating);
    reach.write(written);
    return written.build();
  }
}
