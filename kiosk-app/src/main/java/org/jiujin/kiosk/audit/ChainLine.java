package org.jiujin.kiosk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of the journal as far as the chain goes: a JSON object whose last member, `hash`, is the SHA-256 of all that stands before
/// `,"hash"`, and whose member `prev` is the hash of the line before.
///
/// @param oldest which entry was the oldest one that was kept, told by the first line of a file; 0 on other lines
record ChainLine(String chain, long seq, Instant at, String prev, String hash, long oldest) {
  /// What stands for the hash before the first.
  static final String NOTHING = "0".repeat(64);

  /// The longest line; a usual one has about 400 bytes.
  static final int MAX_BYTES = 2048;

  /// The fact of the first line of a file.
  static final String OLDEST = "oldest";

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final int HASH_BYTES = ",\"hash\":\"".length() + 64 + "\"}".length();
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"chain\":\"([0-9a-f]{16})\",\"seq\":([1-9][0-9]{0,17}),\"at\":\"([0-9TZ:.-]{24})\",\"prev\":\"([0-9a-f]{64})\",(.*)"
              + ",\"hash\":\"([0-9a-f]{64})\"}");
  private static final Pattern FILE_BEGAN =
      Pattern.compile("\"kind\":\"file-began\".*\"" + OLDEST + "\":\"([1-9][0-9]{0,17})\".*");

  /// The line for an entry, without the line feed. All words in it are plain, so nothing needs to be escaped.
  static byte[] format(String chain, long seq, String prev, Entry entry) {
    var text =
        new StringBuilder(400)
            .append("{\"chain\":\"")
            .append(chain)
            .append("\",\"seq\":")
            .append(seq)
            .append(",\"at\":\"")
            .append(TIME.format(entry.at()))
            .append("\",\"prev\":\"")
            .append(prev)
            .append("\",\"kind\":\"")
            .append(entry.event().kind())
            .append("\",\"actor\":\"")
            .append(entry.actor().word())
            .append('"');
    if (!entry.session().isEmpty()) {
      member(text, "session", Facts.word(entry.session()));
    }
    Facts.of(entry.event()).forEach((name, word) -> member(text, name, word));
    String hash = sha256(text.toString().getBytes(StandardCharsets.US_ASCII));
    member(text, "hash", hash);
    return text.append('}').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// The line in these bytes, without the line feed; empty if they are not one, or if its hash is not theirs.
  static Optional<ChainLine> read(byte[] bytes) {
    if (bytes.length <= HASH_BYTES || bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    Matcher line = LINE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!line.matches()
        || !sha256(Arrays.copyOf(bytes, bytes.length - HASH_BYTES)).equals(line.group(6))) {
      return Optional.empty();
    }
    try {
      Matcher file = FILE_BEGAN.matcher(line.group(5));
      return Optional.of(
          new ChainLine(
              line.group(1),
              Long.parseLong(line.group(2)),
              Instant.parse(line.group(3)),
              line.group(4),
              line.group(6),
              file.matches() ? Long.parseLong(file.group(1)) : 0));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  ChainHead head() {
    return new ChainHead(chain, seq, hash, at);
  }

  private static void member(StringBuilder text, String name, String word) {
    text.append(",\"").append(name).append("\":\"").append(word).append('"');
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }
}
