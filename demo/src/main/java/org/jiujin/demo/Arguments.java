package org.jiujin.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the command line asks for.
sealed interface Arguments {
  /// Start the whole and keep it until Ctrl-C.
  ///
  /// @param home the checkout
  /// @param folder where everything is written
  record Run(Path home, Path folder) implements Arguments {}

  /// Play stories; all of them when none is named.
  ///
  /// @param window true to show the kiosk in a window where there is a display
  record Play(Path home, Path folder, List<String> stories, boolean window) implements Arguments {
    public Play {
      stories = List.copyOf(stories);
    }
  }

  /// List the stories.
  record ListStories() implements Arguments {}

  /// Not understood.
  record Wrong(String why) implements Arguments {}

  /// Reads a command line. The first option `--home` comes from the script and names the checkout.
  static Arguments parse(List<String> words) {
    return new Parser(words).parse();
  }

  /// Reads words one after another.
  final class Parser {
    private final List<String> words;
    private final List<String> stories = new ArrayList<>();
    private int at;
    private Path home = Path.of("");
    private String dir = "";
    private boolean play;
    private boolean window;
    private String wrong = "";

    Parser(List<String> words) {
      this.words = List.copyOf(words);
    }

    Arguments parse() {
      while (at < words.size() && wrong.isEmpty()) {
        read(words.get(at++));
      }
      if (!wrong.isEmpty()) {
        return new Wrong(wrong);
      }
      if (stories.equals(List.of("list"))) {
        return new ListStories();
      }
      Path folder = dir.isEmpty() ? home.resolve("target/demo") : Path.of(dir);
      return play ? new Play(home, folder, stories, window) : new Run(home, folder);
    }

    private void read(String word) {
      switch (word) {
        case "--home" -> home = Path.of(value(word));
        case "--dir" -> dir = value(word);
        case "--play" -> play = true;
        case "--window" -> window = true;
        default -> {
          if (play && !word.startsWith("-")) {
            stories.add(word);
          } else {
            wrong = "What is '" + word + "'? ./kiosk help says what there is.";
          }
        }
      }
    }

    private String value(String option) {
      if (at == words.size()) {
        wrong = option + " needs a folder after it.";
        return "";
      }
      return words.get(at++);
    }
  }
}
