package org.jiujin.kiosk.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiujin.config.ConfigDocument;
import org.jiujin.kiosk.material.TrustLevel;
import tools.jackson.databind.JsonNode;

/// Makes a [Matter] from a file that satisfies the schema.
final class MatterReader {
  private MatterReader() {}

  static Matter read(ConfigDocument document) {
    JsonNode root = document.root();
    return new Matter(
        text(root, "id"),
        text(root, "version"),
        root.path("number").asInt(),
        text(root, "name"),
        text(root, "shortName"),
        text(root, "summary"),
        text(root, "icon"),
        text(root, "theme"),
        word(Subject.class, text(root, "subject")),
        list(root.path("departments"), MatterReader::department),
        list(root.path("situations"), MatterReader::situation),
        list(root.path("guide"), MatterReader::guideEntry),
        new Form(
            list(root.at("/form/fromCard"), FieldReader::read),
            list(root.at("/form/steps"), MatterReader::step)),
        list(root.path("materials"), MatterReader::material),
        new TimeLimits(limit(root.at("/limits/promise")), limit(root.at("/limits/legal"))),
        fee(root.path("fee")),
        list(root.path("results"), MatterReader::result));
  }

  private static Department department(JsonNode node) {
    return new Department(text(node, "name"), node.path("lead").asBoolean(), provenance(node));
  }

  private static Situation situation(JsonNode node) {
    return new Situation(
        text(node, "id"),
        text(node, "name"),
        text(node, "label"),
        text(node, "offered").equals("here"),
        provenance(node));
  }

  private static GuideEntry guideEntry(JsonNode node) {
    return new GuideEntry(
        word(GuideEntry.Topic.class, text(node, "topic")),
        list(node.path("lines"), JsonNode::asString),
        provenance(node));
  }

  private static FormStep step(JsonNode node) {
    return new FormStep(
        text(node, "id"),
        text(node, "title"),
        text(node, "hint"),
        provenance(node),
        list(node.path("fields"), FieldReader::read));
  }

  private static RequiredMaterial material(JsonNode node) {
    Map<String, Boolean> needed =
        node.path("needed").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asBoolean()));
    return new RequiredMaterial(
        text(node, "id"),
        text(node, "name"),
        text(node, "note"),
        word(RequiredMaterial.Source.class, text(node, "source")),
        text(node, "certificateType"),
        TrustLevel.valueOf(text(node, "level")),
        needed,
        provenance(node));
  }

  private static TimeLimit limit(JsonNode node) {
    String explain = text(node, "explain");
    if (!node.has("days")) {
      return new TimeLimit.AsAnnounced(explain, provenance(node));
    }
    TimeLimit.DayUnit unit = word(TimeLimit.DayUnit.class, text(node, "unit"));
    return new TimeLimit.Fixed(node.path("days").asInt(), unit, explain, provenance(node));
  }

  private static Fee fee(JsonNode node) {
    String explain = text(node, "explain");
    return switch (text(node, "kind")) {
      case "free" -> new Fee.Free(explain, provenance(node));
      case "amount" -> new Fee.Amount(node.path("amountFen").asInt(), explain, provenance(node));
      default -> new Fee.AsAnnounced(explain, provenance(node));
    };
  }

  private static MatterResult result(JsonNode node) {
    return new MatterResult(text(node, "name"), text(node, "delivery"), provenance(node));
  }

  private static Provenance provenance(JsonNode node) {
    JsonNode provenance = node.path("provenance");
    return new Provenance(
        word(Provenance.Mark.class, text(provenance, "mark")), text(provenance, "source"));
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
    return array.values().stream().map(item).toList();
  }

  /// The constant that the schema writes as `electronic-certificate` for ELECTRONIC_CERTIFICATE.
  static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// Reads one field of the form.
  private static final class FieldReader {
    static FormField read(JsonNode node) {
      return new FormField(
          text(node, "id"),
          text(node, "label"),
          text(node, "hint"),
          node.path("required").asBoolean(),
          kind(node),
          prefill(text(node, "prefill")),
          text(node, "national"),
          list(node.path("when"), FieldReader::condition));
    }

    private static FieldKind kind(JsonNode node) {
      int min = node.at("/limits/min").asInt(0);
      int max = node.at("/limits/max").asInt(0);
      return switch (text(node, "type")) {
        case "text" -> new FieldKind.Text(min, max, patterns(node));
        case "digits" -> new FieldKind.Digits(min, max, patterns(node));
        case "choice" -> new FieldKind.Choice(list(node.path("options"), FieldReader::option));
        case "date" -> new FieldKind.Date();
        case "address" -> new FieldKind.Address(min, max);
        case "boolean" -> new FieldKind.YesNo();
        default ->
            throw new IllegalStateException("the schema knows a type that the code does not");
      };
    }

    private static List<FieldKind.PatternCheck> patterns(JsonNode node) {
      return list(
          node.path("patterns"),
          check -> new FieldKind.PatternCheck(text(check, "regex"), text(check, "error")));
    }

    private static FieldKind.Option option(JsonNode node) {
      return new FieldKind.Option(text(node, "id"), text(node, "label"), text(node, "hint"));
    }

    private static Condition condition(JsonNode node) {
      return new Condition(
          text(node, "field"), new HashSet<>(list(node.path("is"), JsonNode::asString)));
    }

    private static Prefill prefill(String word) {
      if (word.isEmpty()) {
        return new Prefill.Nothing();
      }
      String name = word.substring(word.indexOf('.') + 1);
      return word.startsWith("card.")
          ? new Prefill.FromCard(word(Prefill.CardField.class, name))
          : new Prefill.FromPlatform(name);
    }
  }
}
