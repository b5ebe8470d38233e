package org.jiujin.update.trust.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of the command line, options before or behind the command.
record Options(Command command, List<String> operands, Map<String, List<String>> values) {
  enum Command {
    INIT,
    REFRESH,
    DOWNLOAD
  }

  private static final String USAGE =
      """

      ./kiosk tuf --metadata-dir DIR init ROOT
      ./kiosk tuf --metadata-dir DIR --metadata-url URL refresh
      ./kiosk tuf --metadata-dir DIR --metadata-url URL --target-name NAME… --target-base-url URL --target-dir DIR download\
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--metadata-dir", "--metadata-url", "--target-name", "--target-base-url", "--target-dir");

  static Options read(List<String> words) throws CommandException {
    List<String> operands = new ArrayList<>();
    Map<String, List<String>> values = new HashMap<>();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (!word.startsWith("--")) {
        operands.add(word);
      } else if (KNOWN.contains(word) && rest.hasNext()) {
        values.computeIfAbsent(word, _ -> new ArrayList<>()).add(rest.next());
      } else {
        throw new CommandException(
            word + (KNOWN.contains(word) ? " needs a value" : " is no option") + USAGE);
      }
    }
    Command command = command(operands);
    return new Options(command, List.copyOf(operands.subList(1, operands.size())), values);
  }

  private static Command command(List<String> operands) throws CommandException {
    int wanted = operands.isEmpty() || !operands.getFirst().equals("init") ? 1 : 2;
    if (operands.size() != wanted) {
      throw new CommandException("a command with what belongs to it is needed" + USAGE);
    }
    return switch (operands.getFirst()) {
      case "init" -> Command.INIT;
      case "refresh" -> Command.REFRESH;
      case "download" -> Command.DOWNLOAD;
      default -> throw new CommandException("there is no command " + operands.getFirst() + USAGE);
    };
  }

  Path trustedRoot() {
    return Path.of(operands.getFirst());
  }

  List<String> targets() throws CommandException {
    one("--target-name");
    return List.copyOf(values.get("--target-name"));
  }

  Path folder(String option) throws CommandException {
    Path folder = Path.of(one(option));
    if (!Files.isDirectory(folder)) {
      throw new CommandException(folder + " is no folder");
    }
    return folder;
  }

  URI address(String option) throws CommandException {
    try {
      URI address = URI.create(one(option));
      if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException(option + " is no address: " + e.getMessage());
    }
    throw new CommandException(option + " is no http or https address");
  }

  private String one(String option) throws CommandException {
    List<String> given = values.getOrDefault(option, List.of());
    if (given.isEmpty()) {
      throw new CommandException(option + " is missing");
    }
    return given.getFirst();
  }
}
