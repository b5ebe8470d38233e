package org.jiujin.update.trust.metadata;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonValue;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;

/// A public key with the scheme that it is used with.
///
/// @param scheme fits the key
public record VerifyingKey(Scheme scheme, PublicKey key) {
  /// @throws IllegalArgumentException if the key cannot be used with the scheme
  public VerifyingKey {
    if (!scheme.fits(key)) {
      throw new IllegalArgumentException("the key is not one for " + scheme.word());
    }
  }

  /// Reads one key; empty when its type or scheme is not known here or nobody could use it.
  static Optional<VerifyingKey> read(JsonObject written) throws MalformedJson {
    Optional<Scheme> scheme = Scheme.of(written.text("keytype"), written.text("scheme"));
    JsonObject value = written.object("keyval");
    if (scheme.isEmpty()
        || !(value.find("public").orElse(null) instanceof JsonValue.Text(var text))) {
      return Optional.empty();
    }
    return scheme.get().read(text).map(key -> new VerifyingKey(scheme.get(), key));
  }

  /// Reads the keys of a root or of delegations, by the id that they are listed under. Those that cannot be used are left out.
  ///
  /// An id is taken as a name that its author gave. The specification would have it computed, but repositories in use break that
  /// (Sigstore's root 11 does), and nothing hangs on it here: a threshold counts keys, not ids.
  static Map<String, VerifyingKey> readAll(JsonObject written) throws MalformedJson {
    Map<String, VerifyingKey> keys = new LinkedHashMap<>();
    for (String id : written.members().keySet()) {
      read(written.object(id)).ifPresent(key -> keys.put(id, key));
    }
    return keys;
  }

  static JsonObject write(Map<String, VerifyingKey> keys) {
    var written = new JsonObject.Builder();
    keys.forEach((id, key) -> written.put(id, key.toJson()));
    return written.build();
  }

  /// The id that the specification gives it: the SHA-256 of its canonical form, in hexadecimal.
  public String id() {
    MessageDigest digest = Hashes.Algorithm.SHA256.digest();
    return HexFormat.of().formatHex(digest.digest(JsonWriter.canonical(toJson())));
  }

  /// As it stands in metadata.
  public JsonObject toJson() {
    return new JsonObject.Builder()
        .put("keytype", scheme.keyType())
        .put("scheme", scheme.word())
        .put("keyval", new JsonObject.Builder().put("public", scheme.write(key)).build())
        .build();
  }

  boolean verifies(byte[] message, byte[] signature) {
    return scheme.verifies(key, message, signature);
  }

  /// The same for two ways of writing one key.
  String material() {
    return scheme.material(key);
  }
}
