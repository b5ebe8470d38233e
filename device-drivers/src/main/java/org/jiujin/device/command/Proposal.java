package org.jiujin.device.command;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.DeviceDriver.Found;

/// A device profile of what a survey found, for a person to correct. What was only guessed stands in comments.
final class Proposal {
  private static final int LONGEST_COMMENT = 100;

  private final List<Survey.Find> finds;

  Proposal(List<Survey.Find> finds) {
    this.finds = List.copyOf(finds);
  }

  /// Whether a profile could be made of it: something answered.
  boolean certain() {
    return finds.stream().anyMatch(find -> !find.found().guessed());
  }

  boolean empty() {
    return finds.isEmpty();
  }

  /// The profile's text.
  String text() {
    var text =
        new StringBuilder(
            """
            # yaml-language-server: $schema=devices.schema.json
            model: 新终端
            devices:
            """);
    for (int i = 0; i < finds.size(); i++) {
      var find = finds.get(i);
      var entry = entry(find, i + 1);
      text.append(find.found().guessed() ? guessed(entry, find.found()) : entry);
    }
    return text.toString();
  }

  private static String entry(Survey.Find find, int number) {
    var found = find.found();
    var entry =
        """
          - id: %s-%d
            driver: %s
            port: "%s"  # %s
        """
            .formatted(
                id(find.driver().kind()),
                number,
                find.driver().name(),
                quoted(found.address()),
                printable(found.model()));
    return found.settings().isEmpty() ? entry : entry + settings(found);
  }

  private static String settings(Found found) {
    return new TreeMap<>(found.settings())
        .entrySet().stream()
            .map(setting -> setting.getKey() + ": " + setting.getValue())
            .collect(Collectors.joining(", ", "    settings: {", "}\n"));
  }

  private static String guessed(String entry, Found found) {
    return "  # %s looks like one by its name only; if it is one, take the # away from:\n"
            .formatted(printable(found.address()))
        + entry.lines().map(line -> "  #" + line.substring(2) + "\n").collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return line(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /// What came from outside, on one line and not too long.
  static String printable(String text) {
    return line(text)
        .codePoints()
        .limit(LONGEST_COMMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Without what YAML takes for the end of a line, or takes not at all.
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}\\p{Cf}\\u0080-\\u009F]", " ")
        .strip();
  }

  private static String id(Kind kind) {
    return switch (kind) {
      case IDENTITY_CARD_READER -> "idcard";
      case CHIP_CARD_READER -> "chipcard";
      case CODE_SCANNER -> "scanner";
      case DOCUMENT_CAMERA -> "camera";
      case FACE_CAMERA -> "face";
      case RECEIPT_PRINTER -> "receipt";
      case DOCUMENT_PRINTER -> "printer";
      case CABINET -> "cabinet";
    };
  }
}
