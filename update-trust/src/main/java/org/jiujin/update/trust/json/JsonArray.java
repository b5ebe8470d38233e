package org.jiujin.update.trust.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A JSON array.
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /// Keeps a copy.
  public JsonArray {
    items = List.copyOf(items);
  }

  /// An array of strings.
  public static JsonArray ofTexts(Collection<String> texts) {
    return new JsonArray(texts.stream().<JsonValue>map(Text::new).toList());
  }

  /// The items, which must all be strings.
  ///
  /// @throws MalformedJson if one is not
  public List<String> texts() throws MalformedJson {
    List<String> texts = new ArrayList<>(items.size());
    for (JsonValue item : items) {
      if (!(item instanceof Text(String text))) {
        throw new MalformedJson("a list of texts has something else in it");
      }
      texts.add(text);
    }
    return texts;
  }

  /// The items, which must all be objects.
  ///
  /// @throws MalformedJson if one is not
  public List<JsonObject> objects() throws MalformedJson {
    List<JsonObject> objects = new ArrayList<>(items.size());
    for (JsonValue item : items) {
      if (!(item instanceof JsonObject object)) {
        throw new MalformedJson("a list of objects has something else in it");
      }
      objects.add(object);
    }
    return objects;
  }
}
