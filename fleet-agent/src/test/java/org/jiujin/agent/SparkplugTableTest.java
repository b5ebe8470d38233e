package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/sparkplug.md` against the tests that it names.
class SparkplugTableTest {
  private static final Path HOME = Path.of(System.getProperty("kiosk.home"));
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)+) \\| (.+) \\|$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`");
  private static final int ASSERTIONS = 299; // in the text of Sparkplug 3.0.0

  @Test
  void everyAssertionHasATestOrAReason() throws IOException {
    List<MatchResult> rows = ROW.matcher(page()).results().toList();
    assertEquals(ASSERTIONS, rows.size());
    assertEquals(ASSERTIONS, rows.stream().map(row -> row.group(1)).distinct().count());
    for (MatchResult row : rows) {
      String what = row.group(2);
      assertTrue(
          TEST.matcher(what).matches() || what.startsWith("does not apply: "),
          () -> row.group(1) + ": " + what);
    }
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> tests = TEST.matcher(page()).results().toList();
    assertTrue(tests.size() > 150, "only " + tests.size());
    for (MatchResult test : tests) {
      String source = sources.getOrDefault(test.group(1) + ".java", "");
      assertTrue(source.contains(" void " + test.group(2) + "("), test::group);
    }
  }

  private static String page() throws IOException {
    return Files.readString(HOME.resolve("docs/sparkplug.md"));
  }

  /// The tests of agent and protocol by file name.
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("fleet-agent", "fleet-protocol")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
          sources.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return sources;
  }
}
