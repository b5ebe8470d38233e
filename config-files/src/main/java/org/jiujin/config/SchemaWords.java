package org.jiujin.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Says in plain words what a document lacks by its schema, and what to write instead.
///
/// The schema may help with `x-write` beside a `pattern`: words for people who do not read regular expressions.
final class SchemaWords {
  /// Words for people, beside a pattern in the schema.
  static final String WRITE = "x-write";

  private final ConfigDocument document;
  private final Schema schema;

  SchemaWords(ConfigDocument document, Schema schema) {
    this.document = document;
    this.schema = schema;
  }

  /// Everything that is wrong, by line; one finding for one value.
  List<Finding> findings() {
    var byValue = new LinkedHashMap<String, Finding>();
    schema.validate(document.root()).stream()
        // A value of the wrong type breaks its enum and pattern too; the type says it best.
        .sorted(Comparator.comparing(error -> !"type".equals(error.getKeyword())))
        .forEach(error -> byValue.putIfAbsent(valueOf(error), finding(error)));
    return byValue.values().stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  private static String valueOf(Error error) {
    String pointer = pointer(error.getInstanceLocation());
    return error.getProperty() == null ? pointer : pointer + "/" + error.getProperty();
  }

  private Finding finding(Error error) {
    String pointer = pointer(error.getInstanceLocation());
    JsonNode value = document.root().at(pointer);
    JsonNode keyword = keyword(error, error.getKeyword());
    return switch (error.getKeyword()) {
      case "required" -> missing(pointer, error.getProperty());
      case "additionalProperties", "unevaluatedProperties" ->
          unknown(pointer, error.getProperty(), names(keyword(error, "properties")));
      case "enum" -> document.finding(pointer, is(value) + "write one of " + list(keyword));
      case "const" -> document.finding(pointer, is(value) + "write " + keyword.asString());
      case "type" -> document.finding(pointer, is(value) + "write " + typeName(keyword));
      case "pattern" -> document.finding(pointer, is(value) + "write " + wanted(error));
      case "minLength" ->
          document.finding(pointer, is(value) + "write at least " + keyword + " characters");
      case "maxLength" ->
          document.finding(pointer, is(value) + "write at most " + keyword + " characters");
      case "minimum" -> document.finding(pointer, is(value) + "write " + keyword + " or more");
      case "maximum" -> document.finding(pointer, is(value) + "write " + keyword + " or less");
      case "minItems" ->
          document.finding(pointer, "has too few entries; write " + keyword + " or more");
      case "maxItems" ->
          document.finding(pointer, "has too many entries; write " + keyword + " or fewer");
      case "uniqueItems" -> document.finding(pointer, "says something twice; remove one");
      default -> document.finding(pointer, "is not as the schema wants it: " + error.getMessage());
    };
  }

  private Finding missing(String pointer, String name) {
    return document.finding(
        pointer,
        pointer.isEmpty()
            ? "\"" + name + "\" is missing; add it"
            : "has no \"" + name + "\"; add it");
  }

  private Finding unknown(String pointer, String name, String known) {
    return document.finding(
        pointer + "/" + name, "is not known here; remove it, or write one of " + known);
  }

  /// The schema's own node for a keyword, at the place that the error came from.
  private JsonNode keyword(Error error, String name) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    String place = pointer(fragment);
    String parent = place.substring(0, Math.max(0, place.lastIndexOf('/')));
    return schema.getSchemaNode().at(parent).path(name);
  }

  private String wanted(Error error) {
    JsonNode words = keyword(error, WRITE);
    return words.isMissingNode()
        ? "what matches " + keyword(error, "pattern").asString()
        : words.asString();
  }

  private static String is(JsonNode value) {
    String shown =
        switch (value.getNodeType()) {
          case STRING -> "\"" + value.asString() + "\"";
          case NULL, MISSING -> "empty";
          case ARRAY -> "a list";
          case OBJECT -> "a block of names and values";
          case BINARY, BOOLEAN, NUMBER, POJO -> value.toString();
        };
    return "is " + shown + "; ";
  }

  private static String typeName(JsonNode type) {
    return switch (type.asString("")) {
      case "string" -> "a text, in quotes if it looks like a number";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a block of names and values";
      default -> "one of " + list(type);
    };
  }

  private static String list(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.joining(", "));
  }

  private static String names(JsonNode properties) {
    return String.join(", ", properties.propertyNames());
  }

  private static String pointer(NodePath path) {
    var pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(path.getElement(i));
    }
    return pointer.toString();
  }
}
