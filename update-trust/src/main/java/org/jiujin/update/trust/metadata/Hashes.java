package org.jiujin.update.trust.metadata;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// The hashes of a file, of the algorithms known here. Others that metadata may list are left out.
///
/// @param digits lower-case hexadecimal
public record Hashes(Map<Algorithm, String> digits) {
  /// The hash algorithms known here.
  public enum Algorithm {
    /// SHA-256
    SHA256("sha256", "SHA-256", 32),
    /// SHA-512
    SHA512("sha512", "SHA-512", 64);

    private final String word;
    private final String name;
    private final int bytes;

    Algorithm(String word, String name, int bytes) {
      this.word = word;
      this.name = name;
      this.bytes = bytes;
    }

    MessageDigest digest() {
      try {
        return MessageDigest.getInstance(name);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has " + name, e);
      }
    }

    private boolean isOne(String digits) {
      return digits.length() == 2 * bytes && digits.matches("[0-9a-f]*");
    }
  }

  /// Keeps a copy.
  public Hashes {
    digits = Map.copyOf(digits);
  }

  /// The SHA-256 of some bytes.
  public static Hashes of(byte[] bytes) {
    var algorithm = Algorithm.SHA256;
    return new Hashes(
        Map.of(algorithm, HexFormat.of().formatHex(algorithm.digest().digest(bytes))));
  }

  /// Reads them.
  ///
  /// @throws MalformedJson if none is of an algorithm known here, or one is not a hash
  static Hashes read(JsonObject written) throws MalformedJson {
    Map<Algorithm, String> digits = new EnumMap<>(Algorithm.class);
    for (Algorithm algorithm : Algorithm.values()) {
      if (written.has(algorithm.word)) {
        String one = written.text(algorithm.word);
        if (!algorithm.isOne(one)) {
          throw new MalformedJson("«%s» is not such a hash".formatted(algorithm.word));
        }
        digits.put(algorithm, one);
      }
    }
    if (digits.isEmpty()) {
      throw new MalformedJson("no hash is of a kind that is known here");
    }
    return new Hashes(digits);
  }

  JsonObject toJson() {
    var written = new JsonObject.Builder();
    for (Algorithm algorithm : Algorithm.values()) {
      Optional.ofNullable(digits.get(algorithm)).ifPresent(one -> written.put(algorithm.word, one));
    }
    return written.build();
  }

  /// The hash that stands before a target's file name in a repository with consistent snapshots.
  ///
  /// @throws java.util.NoSuchElementException if there are none
  public String prefix() {
    return Arrays.stream(Algorithm.values())
        .filter(digits::containsKey)
        .map(digits::get)
        .findFirst()
        .orElseThrow();
  }

  /// Whether these bytes have all of these hashes.
  public boolean match(byte[] bytes) {
    Check check = check();
    check.take(bytes, 0, bytes.length);
    return check.match();
  }

  /// Begins to hash a file that comes in pieces.
  public Check check() {
    return new Check(this);
  }

  /// Hashes a file piece by piece. For one thread.
  public static final class Check {
    private final List<Map.Entry<Algorithm, String>> expected;
    private final List<MessageDigest> digests;

    private Check(Hashes hashes) {
      expected = List.copyOf(hashes.digits.entrySet());
      digests = expected.stream().map(one -> one.getKey().digest()).toList();
    }

    /// Takes the next bytes.
    public void take(byte[] bytes, int offset, int length) {
      digests.forEach(digest -> digest.update(bytes, offset, length));
    }

    /// Whether what was taken has all the hashes. Asked once, at the end.
    public boolean match() {
      boolean all = true;
      for (int i = 0; i < digests.size(); i++) {
        String there = HexFormat.of().formatHex(digests.get(i).digest());
        all &= expected.get(i).getValue().equals(there);
      }
      return all;
    }
  }
}
