package org.jiujin.update.trust.metadata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Whose signatures count, for each of the top-level roles (TUF specification, 4.3).
///
/// @param consistentSnapshot whether file names carry versions and hashes
/// @param keys by id; without those that cannot be used here
/// @param roles all four
public record Root(
    long version,
    Instant expires,
    boolean consistentSnapshot,
    Map<String, VerifyingKey> keys,
    Map<TopRole, Role> roles)
    implements Metadata {
  /// Keeps copies.
  public Root {
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
    keys = Map.copyOf(keys);
    roles = Map.copyOf(roles);
    if (roles.size() < TopRole.values().length) {
      throw new IllegalArgumentException("a root names all four roles");
    }
  }

  /// Reads what was signed.
  ///
  /// @throws MalformedJson if it is not the content of a root
  public static Root read(JsonObject signed) throws MalformedJson {
    Header header = Header.read(signed, TopRole.ROOT.word());
    JsonObject written = signed.object("roles");
    Map<TopRole, Role> roles = new EnumMap<>(TopRole.class);
    for (TopRole role : TopRole.values()) {
      roles.put(role, Role.read(written.object(role.word())));
    }
    return new Root(
        header.version(),
        header.expires(),
        signed.has("consistent_snapshot") && signed.truth("consistent_snapshot"),
        VerifyingKey.readAll(signed.object("keys")),
        roles);
  }

  @Override
  public JsonObject toJson() {
    var written = new JsonObject.Builder();
    for (TopRole role : TopRole.values()) {
      written.put(role.word(), role(role).toJson().build());
    }
    return Header.write(TopRole.ROOT.word(), this)
        .put("consistent_snapshot", consistentSnapshot)
        .put("keys", VerifyingKey.write(keys))
        .put("roles", written.build())
        .build();
  }

  /// Who signs for a role.
  public Quorum quorum(TopRole role) {
    return role(role).quorum(keys);
  }

  private Role role(TopRole role) {
    return Objects.requireNonNull(roles.get(role), "a root names all four roles");
  }
}
