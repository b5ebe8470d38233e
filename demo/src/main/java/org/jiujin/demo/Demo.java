package org.jiujin.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Starts the whole on one machine and plays stories on it; what `./kiosk demo` runs.
public final class Demo {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;

  Demo(PrintStream out) {
    this.out = out;
  }

  /// Exit code 0: stopped as asked, or every story held; 1: something failed; 2: the command line is wrong.
  public static void main(String[] words) throws IOException, InterruptedException {
    // UTF-8 whatever the locale says: the addresses are named in Chinese too
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new Demo(out).run(List.of(words)));
  }

  int run(List<String> words) throws IOException, InterruptedException {
    return switch (Arguments.parse(words)) {
      case Arguments.Run run -> new Hosting(out).host(run) ? GOOD : BAD;
      case Arguments.Play play -> new Playing(out).play(play) ? GOOD : BAD;
      case Arguments.ListStories _ -> {
        Repertoire.stories()
            .forEach(story -> out.printf("%-10s %s%n", story.name(), story.about()));
        yield GOOD;
      }
      case Arguments.Wrong(var why) -> {
        out.println(why);
        yield MISUSED;
      }
    };
  }
}
