package org.jiujin.update.trust.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.json.JsonValue;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;

/// A metadata file: what was signed, and the signatures (TUF specification, 4.2).
///
/// What was signed keeps the members that we do not know, since the signatures cover them.
public final class Envelope {
  /// How many signatures a file may carry; each costs a verification.
  private static final int MOST_SIGNATURES = 256;

  private final JsonObject signed;
  private final Map<String, String> signatures;
  private final byte[] canonical;

  private Envelope(JsonObject signed, Map<String, String> signatures) {
    this.signed = signed;
    this.signatures = Map.copyOf(signatures);
    this.canonical = JsonWriter.canonical(signed);
  }

  /// Reads a file. That it can be read says nothing about who signed it: [Quorum#reached].
  ///
  /// @throws MalformedJson if it is not one, or lists two signatures under one key id
  public static Envelope read(byte[] file) throws MalformedJson {
    JsonObject whole = JsonReader.object(file);
    List<JsonObject> listed = whole.array("signatures").objects();
    if (listed.size() > MOST_SIGNATURES) {
      throw new MalformedJson("there are more than " + MOST_SIGNATURES + " signatures");
    }
    Map<String, String> signatures = new HashMap<>();
    for (JsonObject one : listed) {
      if (signatures.put(one.text("keyid"), one.text("sig")) != null) {
        throw new MalformedJson("two signatures stand under one key id");
      }
    }
    return new Envelope(whole.object("signed"), signatures);
  }

  /// Signs what metadata says, once with each key.
  public static Envelope sign(JsonObject signed, Collection<SigningKey> keys) {
    return new Envelope(signed, Map.of()).signedAlsoBy(keys);
  }

  /// The same with the signatures of these keys as well.
  public Envelope signedAlsoBy(Collection<SigningKey> keys) {
    Map<String, String> all = new HashMap<>(signatures);
    for (SigningKey key : keys) {
      all.put(key.verifying().id(), HexFormat.of().formatHex(key.sign(canonical)));
    }
    return new Envelope(signed, all);
  }

  /// What was signed.
  public JsonObject signed() {
    return signed;
  }

  /// The file's bytes when we write it. A file that was read is kept as it came instead, since hashes cover its bytes.
  public byte[] toBytes() {
    List<JsonValue> listed = new ArrayList<>();
    signatures.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> new JsonObject.Builder().put("keyid", one.getKey()).put("sig", one.getValue()))
        .forEach(one -> listed.add(one.build()));
    return JsonWriter.document(
        new JsonObject.Builder()
            .put("signatures", new JsonArray(listed))
            .put("signed", signed)
            .build());
  }

  byte[] canonical() {
    return canonical.clone();
  }

  /// The signature under a key id; empty when there is none, or what stands there is not one.
  Optional<byte[]> signature(String keyId) {
    String hex = signatures.get(keyId);
    try {
      return hex == null || hex.isEmpty()
          ? Optional.empty() // some signing tools leave a place open
          : Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // does not count; the others may suffice
    }
  }
}
