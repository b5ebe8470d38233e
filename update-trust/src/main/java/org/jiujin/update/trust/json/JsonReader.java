package org.jiujin.update.trust.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one JSON document (RFC 8259), more strictly than most do.
///
/// Refused are: bytes that are not UTF-8, a byte order mark, a member that stands twice, a number that is not whole or does not fit
/// in 64 bits, half of a surrogate pair, anything behind the value, nesting deeper than [#MOST_DEEP], and more than [#MOST_VALUES]
/// values. Two readers that disagree about a document would let one signature stand for two contents.
public final class JsonReader {
  /// How deep arrays and objects may nest.
  public static final int MOST_DEEP = 32;

  /// How many values a document may have; bounds what it takes in memory.
  public static final int MOST_VALUES = 100_000;

  private final String text;
  private int at;
  private int values;

  private JsonReader(String text) {
    this.text = text;
  }

  /// Reads a whole document.
  ///
  /// @param bytes UTF-8; the caller bounds their number
  /// @throws MalformedJson if it is not one JSON value within the limits
  public static JsonValue read(byte[] bytes) throws MalformedJson {
    var reader = new JsonReader(decoded(bytes));
    JsonValue value = reader.value(0);
    reader.skipSpace();
    if (reader.at < reader.text.length()) {
      throw reader.wrong("something stands behind the value");
    }
    return value;
  }

  /// Reads a document that is an object.
  ///
  /// @throws MalformedJson as [#read(byte[])], or if it is something else
  public static JsonObject object(byte[] bytes) throws MalformedJson {
    if (read(bytes) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedJson("the document is not an object");
  }

  private static String decoded(byte[] bytes) throws MalformedJson {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson("the document is not UTF-8");
    }
  }

  private JsonValue value(int depth) throws MalformedJson {
    values++;
    if (values > MOST_VALUES) {
      throw wrong("there are more than " + MOST_VALUES + " values");
    }
    if (depth > MOST_DEEP) {
      throw wrong("it nests deeper than " + MOST_DEEP);
    }
    skipSpace();
    char first = peek();
    return switch (first) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonValue.Text(string());
      case 't' -> literal(JsonValue.Literal.TRUE);
      case 'f' -> literal(JsonValue.Literal.FALSE);
      case 'n' -> literal(JsonValue.Literal.NULL);
      default -> number();
    };
  }

  private JsonObject object(int depth) throws MalformedJson {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    at++;
    if (skipTo('}')) {
      return new JsonObject(members);
    }
    do {
      skipSpace();
      if (peek() != '"') {
        throw wrong("a member has no name");
      }
      String name = string();
      if (!skipTo(':')) {
        throw wrong("a member has no value");
      }
      if (members.put(name, value(depth + 1)) != null) {
        throw wrong("a member stands twice");
      }
    } while (skipTo(','));
    if (!skipTo('}')) {
      throw wrong("an object does not end");
    }
    return new JsonObject(members);
  }

  private JsonArray array(int depth) throws MalformedJson {
    List<JsonValue> items = new ArrayList<>();
    at++;
    if (skipTo(']')) {
      return new JsonArray(items);
    }
    do {
      items.add(value(depth + 1));
    } while (skipTo(','));
    if (!skipTo(']')) {
      throw wrong("a list does not end");
    }
    return new JsonArray(items);
  }

  private JsonValue literal(JsonValue.Literal literal) throws MalformedJson {
    if (!text.startsWith(literal.word(), at)) {
      throw wrong("a word that JSON does not have");
    }
    at += literal.word().length();
    return literal;
  }

  private JsonValue number() throws MalformedJson {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == digits) {
      throw wrong("a value is missing");
    }
    if (text.charAt(digits) == '0' && (at > digits + 1 || digits > from)) {
      throw wrong("a number begins with a zero that it does not need");
    }
    if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
      throw wrong("a number is not whole");
    }
    try {
      return new JsonValue.Whole(Long.parseLong(text, from, at, 10));
    } catch (NumberFormatException e) {
      throw wrong("a number does not fit in 64 bits");
    }
  }

  private String string() throws MalformedJson {
    var read = new StringBuilder();
    at++;
    while (peek() != '"') {
      char next = text.charAt(at);
      at++;
      if (next < ' ') {
        throw wrong("a text has a control character");
      }
      read.append(next == '\\' ? escaped() : next);
    }
    at++;
    String string = read.toString();
    if (!isUnicode(string)) {
      throw wrong("a text has half of a surrogate pair");
    }
    return string;
  }

  private char escaped() throws MalformedJson {
    char letter = peek();
    at++;
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourDigits();
      default -> throw wrong("an escape that JSON does not have");
    };
  }

  private char fourDigits() throws MalformedJson {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char letter = peek();
      int digit =
          letter < 128 ? Character.digit(letter, 16) : -1; // other scripts have digits as well
      if (digit < 0) {
        throw wrong("an escape needs four hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private static boolean isUnicode(String string) {
    return string.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  /// Skips space and then this character, if it comes next.
  private boolean skipTo(char expected) {
    skipSpace();
    boolean there = at < text.length() && text.charAt(at) == expected;
    if (there) {
      at++;
    }
    return there;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws MalformedJson {
    if (at >= text.length()) {
      throw wrong("the document ends too early");
    }
    return text.charAt(at);
  }

  private MalformedJson wrong(String what) {
    return new MalformedJson(what + ", at character " + at);
  }
}
