package org.jiujin.benchmark;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What `bench update` is asked to do.
///
/// @param terminals so many pull the patch release
/// @param together so many of them at a time
/// @param from the image of the earlier release; empty for the packaged app
/// @param to the image of the later one; empty for the earlier one with what a patch release changes
/// @param out where to write the tables too
record UpdateOptions(
    int terminals, int together, Optional<Path> from, Optional<Path> to, Optional<Path> out) {
  private static final UpdateOptions USUAL =
      new UpdateOptions(20_000, 64, Optional.empty(), Optional.empty(), Optional.empty());
  private static final int FEW = 500;

  /// @throws IllegalArgumentException in plain words
  static UpdateOptions parse(List<String> words) {
    UpdateOptions options = USUAL;
    for (Iterator<String> left = words.iterator(); left.hasNext(); ) {
      options = options.with(left.next(), left);
    }
    if (options.to.isPresent() && options.from.isEmpty()) {
      throw new IllegalArgumentException("--to needs --from");
    }
    return options;
  }

  private UpdateOptions with(String word, Iterator<String> left) {
    return switch (word) {
      case "--terminals" -> new UpdateOptions(number(word, left), together, from, to, out);
      case "--together" -> new UpdateOptions(terminals, number(word, left), from, to, out);
      case "--from" -> new UpdateOptions(terminals, together, path(word, left), to, out);
      case "--to" -> new UpdateOptions(terminals, together, from, path(word, left), out);
      case "--quick" -> new UpdateOptions(FEW, together, from, to, out);
      case "--out" -> new UpdateOptions(terminals, together, from, to, path(word, left));
      default -> throw new IllegalArgumentException("unknown: " + word);
    };
  }

  private static int number(String word, Iterator<String> left) {
    String text = value(word, left);
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(
          "%s needs a number from 1 to 999999, not %s".formatted(word, text));
    }
    return Integer.parseInt(text);
  }

  private static Optional<Path> path(String word, Iterator<String> left) {
    return Optional.of(Path.of(value(word, left)));
  }

  private static String value(String word, Iterator<String> left) {
    if (!left.hasNext()) {
      throw new IllegalArgumentException(word + " needs a value");
    }
    return left.next();
  }
}
