package org.jiujin.config;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One file that was read and satisfies its schema, with the line of every value.
///
/// Values are named by JSON pointers, `/form/steps/0/title` for example.
public final class ConfigDocument {
  private final String file;
  private final JsonNode root;
  private final Map<String, Integer> lines;

  ConfigDocument(String file, JsonNode root, Map<String, Integer> lines) {
    this.file = file;
    this.root = root;
    this.lines = Map.copyOf(lines);
  }

  /// The file as seen from the home folder.
  public String file() {
    return file;
  }

  /// The whole content.
  public JsonNode root() {
    return root;
  }

  /// Something that is wrong with a value.
  ///
  /// @param pointer of the value; when it is missing, the nearest block around it gives the line
  /// @param problem what is wrong and what to write; the value's place is put before it
  public Finding finding(String pointer, String problem) {
    String place = place(pointer);
    return new Finding(file, line(pointer), place.isEmpty() ? problem : place + " " + problem);
  }

  int line(String pointer) {
    String nearest = pointer;
    while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    return lines.getOrDefault(nearest, 1);
  }

  /// `/form/steps/0/title` as people write it: `form.steps[0].title`.
  private static String place(String pointer) {
    return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
  }
}
