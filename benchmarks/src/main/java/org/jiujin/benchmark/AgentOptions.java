package org.jiujin.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What `bench agent` is asked to do.
///
/// @param rounds in each of which every candidate runs once
/// @param settle from the birth to the look at the idle process
/// @param idle how long it is looked at
/// @param out where to write the tables too
record AgentOptions(int rounds, Duration settle, Duration idle, Optional<Path> out) {
  private static final AgentOptions USUAL =
      new AgentOptions(3, Duration.ofSeconds(40), Duration.ofSeconds(60), Optional.empty());

  /// @throws IllegalArgumentException in plain words
  static AgentOptions parse(List<String> words) {
    AgentOptions options = USUAL;
    for (Iterator<String> left = words.iterator(); left.hasNext(); ) {
      options = options.with(left.next(), left);
    }
    return options;
  }

  private AgentOptions with(String word, Iterator<String> left) {
    return switch (word) {
      case "--rounds" -> new AgentOptions(number(word, left, 1, 100), settle, idle, out);
      case "--settle" -> new AgentOptions(rounds, seconds(word, left), idle, out);
      case "--idle" -> new AgentOptions(rounds, settle, seconds(word, left), out);
      case "--quick" -> new AgentOptions(1, Duration.ofSeconds(5), Duration.ofSeconds(10), out);
      case "--out" ->
          new AgentOptions(rounds, settle, idle, Optional.of(Path.of(value(word, left))));
      default -> throw new IllegalArgumentException("unknown: " + word);
    };
  }

  private static Duration seconds(String word, Iterator<String> left) {
    return Duration.ofSeconds(number(word, left, 1, 3600));
  }

  private static int number(String word, Iterator<String> left, int least, int most) {
    String text = value(word, left);
    if (!text.matches("\\d{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          "%s needs a number from %d to %d, not %s".formatted(word, least, most, text));
    }
    return Integer.parseInt(text);
  }

  private static String value(String word, Iterator<String> left) {
    if (!left.hasNext()) {
      throw new IllegalArgumentException(word + " needs a value");
    }
    return left.next();
  }
}
