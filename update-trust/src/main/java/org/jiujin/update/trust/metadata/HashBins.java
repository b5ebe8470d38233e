package org.jiujin.update.trust.metadata;

import java.nio.ByteBuffer;
import java.util.List;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// Delegated roles that share the target paths among themselves by hash, all with the same keys (TAP 15, `succinct_roles`).
///
/// @param bits how many bits of the hash choose the role, 1 to 32
/// @param namePrefix what the names of the roles begin with
public record HashBins(Role role, int bits, String namePrefix) {
  /// @throws IllegalArgumentException if the number of bits is out of range or the prefix empty
  public HashBins {
    if (bits < 1 || bits > 32 || namePrefix.isEmpty()) {
      throw new IllegalArgumentException("hash bins need 1 to 32 bits and a prefix");
    }
  }

  static HashBins read(JsonObject written) throws MalformedJson {
    long bits = written.whole("bit_length", 1);
    String prefix = written.text("name_prefix");
    if (bits > 32 || prefix.isEmpty()) {
      throw new MalformedJson("hash bins need 1 to 32 bits and a prefix");
    }
    return new HashBins(Role.read(written), (int) bits, prefix);
  }

  JsonObject toJson() {
    return role.toJson().put("bit_length", bits).put("name_prefix", namePrefix).build();
  }

  /// The one role that decides about a path.
  Delegation binOf(String path) {
    long bin = (ByteBuffer.wrap(Reach.hashOf(path)).getInt() & 0xFFFF_FFFFL) >>> (32 - bits);
    int digits = Long.toHexString((1L << bits) - 1).length();
    String number = Long.toHexString(bin);
    String name = namePrefix + '-' + "0".repeat(digits - number.length()) + number;
    return new Delegation(name, role, new Reach.Patterns(List.of(path)), true);
  }
}
