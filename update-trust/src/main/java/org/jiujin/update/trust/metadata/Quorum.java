package org.jiujin.update.trust.metadata;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys that may sign for a role, and how many of them must.
///
/// @param keys by the id under which their signatures are listed
public record Quorum(Map<String, VerifyingKey> keys, long threshold) {
  /// Keeps a copy.
  public Quorum {
    keys = Map.copyOf(keys);
  }

  static Quorum of(Role role, Map<String, VerifyingKey> listed) {
    Map<String, VerifyingKey> keys = new LinkedHashMap<>();
    for (String id : role.keyIds()) {
      VerifyingKey key = listed.get(id);
      if (key != null) {
        keys.put(id, key);
      }
    }
    return new Quorum(keys, role.threshold());
  }

  /// How many different keys of the role signed. One key counts once, under however many ids it is listed.
  public int signed(Envelope envelope) {
    Set<String> counted = new HashSet<>();
    byte[] message = envelope.canonical();
    keys.forEach((id, key) -> {
      if (envelope.signature(id).filter(bytes -> key.verifies(message, bytes)).isPresent()) {
        counted.add(key.material());
      }
    });
    return counted.size();
  }

  /// Whether enough of them signed.
  public boolean reached(Envelope envelope) {
    return signed(envelope) >= threshold;
  }

  /// Whether every key of an earlier quorum is still one of this.
  public boolean keepsKeysOf(Quorum earlier) {
    return materials().containsAll(earlier.materials());
  }

  private Set<String> materials() {
    return keys.values().stream().map(VerifyingKey::material).collect(Collectors.toSet());
  }
}
