package org.jiujin.agent.peer;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiujin.agent.lone.LoneAgent;

/// Runs `./kiosk agent` as terminal T621121001 in this JVM.
final class Lone {
  private Lone() {}

  /// Returns its exit code when it has left.
  static int run(Path folder, String broker, String more) {
    List<String> words =
        new ArrayList<>(
            List.of("--broker", broker, "--group", "GS-621121", "--node", "T621121001"));
    words.addAll(Arrays.asList(more.split(" ", -1)));
    return LoneAgent.run(words, folder, new PrintStream(PrintStream.nullOutputStream(), true));
  }
}
