package org.jiujin.device.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands on the command line after the command's name.
///
/// @param operands files and names, in order
/// @param flags options that stand alone
/// @param options options with their values
record Words(List<String> operands, Set<String> flags, Map<String, String> options) {
  Words {
    operands = List.copyOf(operands);
    flags = Set.copyOf(flags);
    options = Map.copyOf(options);
  }

  /// Sorts words by what the command knows. After `--` everything is an operand.
  ///
  /// @throws UsageException for an option that the command does not know, or one that lacks its value
  static Words of(Command command, List<String> words) {
    var operands = new ArrayList<String>();
    var flags = new HashSet<String>();
    var options = new HashMap<String, String>();
    var rest = words.iterator();
    while (rest.hasNext()) {
      var word = rest.next();
      if (word.equals("--")) {
        rest.forEachRemaining(operands::add);
      } else if (command.flags().contains(word)) {
        flags.add(word);
      } else if (command.options().contains(word)) {
        if (!rest.hasNext()) {
          throw new UsageException(word + " needs a value after it");
        }
        options.put(word, rest.next());
      } else if (word.startsWith("--")) {
        throw new UsageException(command.name() + " knows no " + word);
      } else {
        operands.add(word);
      }
    }
    return new Words(operands, flags, options);
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  /// The value of an option.
  String option(String name, String usual) {
    return options.getOrDefault(name, usual);
  }

  /// The value of an option that must be given.
  ///
  /// @throws UsageException when it is not
  String needed(String name) {
    var value = options.get(name);
    if (value == null) {
      throw new UsageException(name + " is missing");
    }
    return value;
  }

  /// The value of an option as a number.
  ///
  /// @throws UsageException when it is no number from least to most
  int number(String name, int usual, int least, int most) {
    var said = options.get(name);
    if (said == null) {
      return usual;
    }
    if (!said.matches("\\d{1,9}")
        || Integer.parseInt(said) < least
        || Integer.parseInt(said) > most) {
      throw new UsageException(
          "%s is %s; write a number from %d to %d".formatted(name, said, least, most));
    }
    return Integer.parseInt(said);
  }

  /// The operands, at least one.
  ///
  /// @throws UsageException when there is none
  List<String> atLeastOne(String what) {
    if (operands.isEmpty()) {
      throw new UsageException("name at least one " + what);
    }
    return operands;
  }

  /// The only operand.
  ///
  /// @throws UsageException when there is none or more
  String only(String what) {
    if (operands.size() != 1) {
      throw new UsageException("name one " + what);
    }
    return operands.getFirst();
  }
}
