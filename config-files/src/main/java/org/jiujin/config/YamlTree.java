package org.jiujin.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns YAML 1.2 into JSON nodes and remembers on which line each value stands.
final class YamlTree {
  /// A file nested deeper than this is a mistake, an alias that contains itself for example.
  private static final int MAX_DEPTH = 40;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private YamlTree(String file) {
    this.file = file;
  }

  /// Reads one document.
  ///
  /// @param file how findings name it
  static LoadOutcome<ConfigDocument> parse(String file, String yaml) {
    var tree = new YamlTree(file);
    JsonNode root = tree.read(yaml);
    return LoadOutcome.of(new ConfigDocument(file, root, tree.lines), tree.findings);
  }

  private JsonNode read(String yaml) {
    try {
      return new Compose(LoadSettings.builder().setLabel(file).build())
          .composeString(yaml)
          .map(node -> convert(node, "", 0))
          .orElseGet(JSON::objectNode);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      refuse(line, "is not YAML: " + e.getProblem() + "; look at indentation, colons and quotes");
    } catch (YamlEngineException e) {
      refuse(0, "is not YAML: " + e.getMessage());
    }
    return JSON.objectNode();
  }

  private JsonNode convert(Node node, String pointer, int depth) {
    lines.putIfAbsent(pointer, lineOf(node));
    if (depth > MAX_DEPTH) {
      refuse(lineOf(node), "is nested too deep; an alias (*) may contain itself");
      return JSON.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, depth);
      case SequenceNode sequence -> array(sequence, pointer, depth);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("unknown YAML node " + node.getNodeType());
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer, int depth) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
      String child = pointer + "/" + key;
      if (object.has(key)) {
        refuse(lineOf(entry.getKeyNode()), "says \"" + key + "\" twice; remove one");
      }
      // The key's line and not the value's: an alias has its value elsewhere.
      lines.put(child, lineOf(entry.getKeyNode()));
      object.set(key, convert(entry.getValueNode(), child, depth + 1));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String pointer, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(convert(item, pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String value = scalar.getValue();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    // More digits than an int has are a code that lacks its quotes; the schema then asks for a
    // text.
    if (tag.equals(Tag.INT) && value.matches("-?\\d{1,9}")) {
      return JSON.numberNode(Integer.parseInt(value));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(value);
    }
    return JSON.stringNode(value);
  }

  private static JsonNode number(String value) {
    try {
      return JSON.numberNode(new java.math.BigDecimal(value));
    } catch (NumberFormatException _) {
      return JSON.stringNode(value); // 0x1F, .inf and the like: nothing of ours is written so
    }
  }

  private void refuse(int line, String problem) {
    findings.add(new Finding(file, line, problem));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
