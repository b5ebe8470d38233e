package org.jiujin.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Sparkplug host says of itself on its STATE topic: `{"online":true,"timestamp":1763863200000}`.
///
/// @param timestamp of the host's connection, in milliseconds; its death carries the one of its birth, or a later one
/// @since 0.1.0
public record HostState(boolean online, Instant timestamp) {
  /// What the topics of all hosts begin with.
  public static final String TOPICS = Topic.NAMESPACE + "/STATE/";

  /// The longest message that is read.
  public static final int MAX_BYTES = 1024;

  private static final String STRING =
      "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
  private static final String SCALAR =
      "true|false|null|-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d++)?|" + STRING;
  private static final String SPACE = "[ \\t\\n\\r]*+";
  private static final Pattern OPENING = Pattern.compile(SPACE + "\\{" + SPACE);
  private static final Pattern MEMBER =
      Pattern.compile("(" + STRING + ")" + SPACE + ":" + SPACE + "(" + SCALAR + ")" + SPACE);
  private static final Pattern COMMA = Pattern.compile("," + SPACE);
  private static final Pattern CLOSING = Pattern.compile("\\}" + SPACE);
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,18}");

  /// The topic on which a host speaks of itself.
  ///
  /// @throws IllegalArgumentException if the id cannot stand in a topic
  public static String topic(String hostId) {
    if (!Topic.isId(hostId)) {
      throw new IllegalArgumentException("the host id cannot stand in a topic");
    }
    return TOPICS + hostId;
  }

  /// Reads a message as the broker delivered it: one flat JSON object; members of other names are skipped.
  ///
  /// @throws MalformedMessageException if it is not such an object, or one of the two members is missing or repeated
  public static HostState parse(byte[] bytes) throws MalformedMessageException {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedMessageException("a STATE of " + bytes.length + " bytes");
    }
    Map<String, String> members = members(text(bytes));
    String online = members.getOrDefault("\"online\"", "");
    String timestamp = members.getOrDefault("\"timestamp\"", "");
    if (!online.equals("true") && !online.equals("false")) {
      throw new MalformedMessageException("a STATE does not say whether the host is online");
    }
    if (!MILLISECONDS.matcher(timestamp).matches()) {
      throw new MalformedMessageException("a STATE has no timestamp");
    }
    return new HostState(
        Boolean.parseBoolean(online), Instant.ofEpochMilli(Long.parseLong(timestamp)));
  }

  /// The message for the broker.
  public byte[] encode() {
    return "{\"online\":%b,\"timestamp\":%d}"
        .formatted(online, timestamp.toEpochMilli())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) throws MalformedMessageException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException("a STATE is not UTF-8", e);
    }
  }

  /// Names and values as they are written, quotes included.
  private static Map<String, String> members(String json) throws MalformedMessageException {
    Map<String, String> members = new HashMap<>();
    var rest = new Rest(json);
    boolean more = rest.take(OPENING).isPresent();
    while (more) {
      MatchResult member = rest.take(MEMBER).orElseThrow(HostState::notFlat);
      if (members.put(member.group(1), member.group(2)) != null) {
        throw new MalformedMessageException("a STATE says something twice");
      }
      more = rest.take(COMMA).isPresent();
    }
    if (rest.take(CLOSING).isEmpty() || !rest.isEmpty()) {
      throw notFlat();
    }
    return members;
  }

  private static MalformedMessageException notFlat() {
    return new MalformedMessageException("a STATE is not a flat JSON object");
  }

  /// What has not been read yet.
  private static final class Rest {
    private final Matcher matcher;

    Rest(String text) {
      matcher = OPENING.matcher(text);
    }

    /// Reads what the pattern describes, if it comes next.
    Optional<MatchResult> take(Pattern next) {
      if (!matcher.usePattern(next).lookingAt()) {
        return Optional.empty();
      }
      MatchResult found = matcher.toMatchResult();
      matcher.region(found.end(), matcher.regionEnd());
      return Optional.of(found);
    }

    boolean isEmpty() {
      return matcher.regionStart() == matcher.regionEnd();
    }
  }
}
