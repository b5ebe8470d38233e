package org.jiujin.update.trust.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/// Writes JSON, as a document or in the canonical form that is signed.
public final class JsonWriter {
  private static final Comparator<Map.Entry<String, JsonValue>> BY_CODE_POINT =
      (a, b) ->
          // UTF-8 orders as code points do; Java's own order differs behind U+FFFF
          Arrays.compareUnsigned(
              a.getKey().getBytes(StandardCharsets.UTF_8),
              b.getKey().getBytes(StandardCharsets.UTF_8));

  private final StringBuilder written = new StringBuilder();
  private final boolean canonical;

  private JsonWriter(boolean canonical) {
    this.canonical = canonical;
  }

  /// The value as a document, without space, members in their order.
  public static byte[] document(JsonValue value) {
    return bytes(value, false);
  }

  /// The canonical form (OLPC canonical JSON): no space, members in the order of their code points, and in texts only the quotation
  /// mark and the backslash escaped. It is what signatures and key ids are made of, and is not JSON where a text has a line end.
  public static byte[] canonical(JsonValue value) {
    return bytes(value, true);
  }

  private static byte[] bytes(JsonValue value, boolean canonical) {
    var writer = new JsonWriter(canonical);
    writer.value(value);
    return writer.written.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(JsonValue value) {
    switch (value) {
      case JsonObject(var members) -> object(members.entrySet());
      case JsonArray(var items) -> array(items);
      case JsonValue.Text(var text) -> text(text);
      case JsonValue.Whole(var whole) -> written.append(whole);
      case JsonValue.Literal literal -> written.append(literal.word());
    }
  }

  private void object(Collection<Map.Entry<String, JsonValue>> members) {
    Iterable<Map.Entry<String, JsonValue>> ordered =
        canonical ? members.stream().sorted(BY_CODE_POINT).toList() : members;
    char before = '{';
    for (var member : ordered) {
      written.append(before);
      text(member.getKey());
      written.append(':');
      value(member.getValue());
      before = ',';
    }
    written.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<JsonValue> items) {
    char before = '[';
    for (JsonValue item : items) {
      written.append(before);
      value(item);
      before = ',';
    }
    written.append(items.isEmpty() ? "[]" : "]");
  }

  private void text(String text) {
    written.append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        written.append('\\').append(next);
      } else if (next < ' ' && !canonical) {
        written.append("\\u%04x".formatted((int) next));
      } else {
        written.append(next);
      }
    }
    written.append('"');
  }
}
