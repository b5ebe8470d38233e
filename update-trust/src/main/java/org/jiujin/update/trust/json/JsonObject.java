package org.jiujin.update.trust.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A JSON object, its members in the order in which they were written, none twice.
///
/// The accessors answer the member of a name if it is of the kind that was asked for, and otherwise say which member is wrong.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  /// An object without members.
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  /// Keeps a copy.
  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /// Whether there is a member of this name.
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The member of this name; empty when there is none.
  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// A member that is a string.
  ///
  /// @throws MalformedJson if it is missing or is not a string
  public String text(String name) throws MalformedJson {
    if (members.get(name) instanceof Text(String text)) {
      return text;
    }
    throw wrong(name, "a text");
  }

  /// A member that is a whole number.
  ///
  /// @param least the smallest that is allowed
  /// @throws MalformedJson if it is missing, is no number, or is too small
  public long whole(String name, long least) throws MalformedJson {
    if (members.get(name) instanceof Whole(long value) && value >= least) {
      return value;
    }
    throw wrong(name, "a whole number of at least " + least);
  }

  /// A member that is true or false.
  ///
  /// @throws MalformedJson if it is missing or is neither
  public boolean truth(String name) throws MalformedJson {
    return switch (members.get(name)) {
      case Literal.TRUE -> true;
      case Literal.FALSE -> false;
      case null, default -> throw wrong(name, "true or false");
    };
  }

  /// A member that is an object.
  ///
  /// @throws MalformedJson if it is missing or is not an object
  public JsonObject object(String name) throws MalformedJson {
    if (members.get(name) instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "an object");
  }

  /// A member that is an array.
  ///
  /// @throws MalformedJson if it is missing or is not an array
  public JsonArray array(String name) throws MalformedJson {
    if (members.get(name) instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "a list");
  }

  private MalformedJson wrong(String name, String expected) {
    return new MalformedJson(
        "«%s» %s".formatted(name, has(name) ? "is not " + expected : "is missing"));
  }

  /// Puts an object together, in the order of the calls.
  public static final class Builder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /// Adds a member, or replaces it.
    public Builder put(String name, JsonValue value) {
      members.put(name, value);
      return this;
    }

    /// Adds a string.
    public Builder put(String name, String text) {
      return put(name, new Text(text));
    }

    /// Adds a whole number.
    public Builder put(String name, long value) {
      return put(name, new Whole(value));
    }

    /// Adds true or false.
    public Builder put(String name, boolean value) {
      return put(name, value ? Literal.TRUE : Literal.FALSE);
    }

    /// The object so far.
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
