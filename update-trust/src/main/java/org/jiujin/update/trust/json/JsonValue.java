package org.jiujin.update.trust.json;

/// One JSON value. Numbers are whole: TUF metadata has no others, and they have one canonical form.
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonValue.Text, JsonValue.Whole, JsonValue.Literal {
  /// A string, valid Unicode.
  record Text(String value) implements JsonValue {}

  /// A whole number.
  record Whole(long value) implements JsonValue {}

  /// The three words.
  enum Literal implements JsonValue {
    /// `true`
    TRUE("true"),
    /// `false`
    FALSE("false"),
    /// `null`
    NULL("null");

    private final String word;

    Literal(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
