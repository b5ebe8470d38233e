package org.jiujin.update.repository.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiujin.update.repository.RepositoryException;

/// The words of a command line, options before or behind the operands.
///
/// @param operands those that belong to no option
/// @param values by option, in their order
record Words(List<String> operands, Map<String, List<String>> values) {
  private static final Set<String> KNOWN =
      Set.of("--keys", "--quorum", "--keep", "--root", "--port");

  static Words read(List<String> words) throws RepositoryException {
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
        throw new RepositoryException(
            word + (KNOWN.contains(word) ? " needs a value" : " is no option"));
      }
    }
    return new Words(operands, values);
  }

  /// Those operands that a command has.
  ///
  /// @param names what they are, for the message
  /// @throws RepositoryException if there are more or fewer
  List<String> operands(String... names) throws RepositoryException {
    if (operands.size() != names.length + 1) {
      throw new RepositoryException(
          "%s needs %s".formatted(operands.getFirst(), String.join(" ", names)));
    }
    return operands.subList(1, operands.size());
  }

  List<String> all(String option) {
    return values.getOrDefault(option, List.of());
  }

  Optional<String> find(String option) {
    return all(option).stream().findFirst();
  }

  String one(String option) throws RepositoryException {
    return find(option).orElseThrow(() -> new RepositoryException(option + " is missing"));
  }
}
