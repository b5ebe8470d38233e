package org.jiujin.update.trust.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonValue;
import org.jiujin.update.trust.json.MalformedJson;
import org.jspecify.annotations.Nullable;

/// Who else may say which files there are, in the order in which they are asked.
///
/// @param keys by id; without those that cannot be used here
/// @param roles each name once; empty where there are bins
public record Delegations(
    Map<String, VerifyingKey> keys, List<Delegation> roles, @Nullable HashBins bins) {
  /// Nobody else.
  public static final Delegations NONE = new Delegations(Map.of(), List.of(), null);

  /// Keeps copies.
  public Delegations {
    keys = Map.copyOf(keys);
    roles = List.copyOf(roles);
  }

  static Delegations read(JsonObject written) throws MalformedJson {
    if (written.has("roles") == written.has("succinct_roles")) {
      throw new MalformedJson("delegations need either «roles» or «succinct_roles»");
    }
    Map<String, VerifyingKey> keys = VerifyingKey.readAll(written.object("keys"));
    if (written.has("succinct_roles")) {
      return new Delegations(keys, List.of(), HashBins.read(written.object("succinct_roles")));
    }
    List<Delegation> roles = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonObject role : written.array("roles").objects()) {
      Delegation delegation = Delegation.read(role);
      if (!names.add(delegation.name())) {
        throw new MalformedJson("a role is delegated to twice by one delegator");
      }
      roles.add(delegation);
    }
    return new Delegations(keys, roles, null);
  }

  JsonObject toJson() {
    var written = new JsonObject.Builder().put("keys", VerifyingKey.write(keys));
    if (bins != null) {
      return written.put("succinct_roles", bins.toJson()).build();
    }
    return written
        .put("roles", new JsonArray(roles.stream().<JsonValue>map(Delegation::toJson).toList()))
        .build();
  }

  boolean isEmpty() {
    return roles.isEmpty() && bins == null;
  }

  /// Those that are to be asked about a path, in order.
  public List<Delegation> about(String path) {
    if (bins != null) {
      return List.of(bins.binOf(path));
    }
    return roles.stream().filter(role -> role.reach().covers(path)).toList();
  }

  /// Who signs for a delegated role.
  public Quorum quorum(Delegation delegation) {
    return delegation.role().quorum(keys);
  }
}
