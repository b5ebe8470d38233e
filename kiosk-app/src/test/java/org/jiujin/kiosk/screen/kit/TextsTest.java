package org.jiujin.kiosk.screen.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps bundles and code together: no key is missing, unused or written twice.
class TextsTest {
  private static final Path HOME = Path.of(System.getProperty("kiosk.home"));
  private static final Path RESOURCES = HOME.resolve("kiosk-app/src/main/resources");

  /// Keys that are put together at run time: a rating's level and reason.
  private static final List<String> COMPOSED = List.of("rating.level.", "rating.reason.");

  /// What looks like a key in the code: words with dots in quotes.
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)+)\"");

  @Test
  void fillsTheArgumentsAsTheyAre() {
    assertEquals("第 3 步　共 8 步", Texts.chinese(Skin.STANDARD).text("step.position", 3, 8));
  }

  @Test
  void refusesAKeyThatDoesNotExist() {
    Texts texts = Texts.chinese(Skin.STANDARD);
    assertThrows(IllegalArgumentException.class, () -> texts.text("no.such.key"));
  }

  @Test
  void eldersReadPlainerWords() {
    assertEquals("开始办", Texts.chinese(Skin.ELDER).text("told.next"));
    assertEquals("返回", Texts.chinese(Skin.ELDER).text("action.back"));
  }

  @Test
  void everyKeyIsUsedSomewhere() throws IOException {
    String code = sources();
    var unused =
        keys("messages_zh_CN.properties").stream()
            .filter(key -> COMPOSED.stream().noneMatch(key::startsWith))
            .filter(key -> !code.contains("\"" + key + "\"") && !catalogue().contains(key))
            .toList();
    assertEquals(List.of(), unused);
  }

  @Test
  void everyKeyInTheCodeExists() throws IOException {
    Set<String> keys = keys("messages_zh_CN.properties");
    Set<String> groups =
        keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    var missing = new TreeSet<String>();
    var literal = Pattern.compile("(?:text|Key)\\(\\s*" + LITERAL.pattern()).matcher(sources());
    while (literal.find()) {
      missing.add(literal.group(1));
    }
    var field = Pattern.compile("field\\.error\\.[a-z]+").matcher(sources() + catalogue());
    while (field.find()) {
      missing.add(field.group());
    }
    assertTrue(missing.size() > 80, "found only " + missing.size() + " keys in the code");
    missing.removeAll(keys);
    assertEquals(Set.of(), missing, "groups: " + groups);
  }

  @Test
  void noKeyIsWrittenTwiceAndEldersHaveNoKeysOfTheirOwn() throws IOException {
    assertEquals(List.of(), twice("messages_zh_CN.properties"));
    assertEquals(List.of(), twice("messages_zh_CN_elder.properties"));
    var own = keys("messages_zh_CN_elder.properties");
    own.removeAll(keys("messages_zh_CN.properties"));
    assertEquals(Set.of(), own);
  }

  private static List<String> twice(String bundle) throws IOException {
    var seen = new TreeSet<String>();
    var twice = new ArrayList<String>();
    for (String line : Files.readAllLines(RESOURCES.resolve(bundle))) {
      if (line.contains("=") && !line.startsWith("#") && !seen.add(line.split("=", 2)[0].strip())) {
        twice.add(line);
      }
    }
    return twice;
  }

  private static Set<String> keys(String bundle) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(RESOURCES.resolve(bundle))));
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static String sources() throws IOException {
    return read(HOME.resolve("kiosk-app/src/main/java/org/jiujin/kiosk"), ".java");
  }

  private static String catalogue() {
    try {
      Path folder = HOME.resolve("config/catalogue");
      return Files.isDirectory(folder) ? read(folder, ".yaml") : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path folder, String ending) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
