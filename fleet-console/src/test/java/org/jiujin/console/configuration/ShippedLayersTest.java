package org.jiujin.console.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiujin.config.LoadOutcome;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Layer;
import org.jiujin.fleet.configuration.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedLayersTest {
  private static final Path SHIPPED = Path.of("..", "config", "fleet");

  @TempDir Path folder;

  @Test
  void theShippedFilesAreRightAndInheritFromTheProvinceToTheTerminal() {
    Layers layers = LayerFiles.read(SHIPPED).orThrow();
    List<Layer> found = layers.of(new TerminalId("GS-621121", "T621121001"));
    assertEquals(Arrays.asList(Layer.Scope.values()), found.stream().map(Layer::scope).toList());
    Effective effective = Effective.of(found);
    assertEquals(
        new Effective.Sourced("12345", Layer.Scope.PROVINCE, "62"),
        effective.settings().get("place.hotline"));
    assertTrue(
        effective.value(Setting.BROKER_KEEP_ALIVE_SECONDS).isEmpty(), "null leaves it alone");
    assertEquals("256", effective.value(Setting.DISK_LOW_MB).orElseThrow());
    assertEquals(
        List.of(Layer.Scope.PROVINCE),
        layers.of(new TerminalId("GS-620102", "T620102001")).stream().map(Layer::scope).toList());
  }

  @Test
  void theSchemaKnowsTheSettingsAndTheirLimits() throws IOException {
    JsonNode known =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(SHIPPED.resolve("layer.schema.json")))
            .at("/properties/settings/properties");
    assertEquals(
        Arrays.stream(Setting.values())
            .map(Setting::wireName)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(known.propertyNames()));
    for (Setting setting : Setting.values()) {
      JsonNode one = known.path(setting.wireName());
      switch (setting.kind()) {
        case WHOLE -> {
          assertEquals(setting.least(), one.path("minimum").asInt(), setting.wireName());
          assertEquals(setting.most(), one.path("maximum").asInt(), setting.wireName());
        }
        case TEXT -> {
          assertEquals(setting.least(), one.path("minLength").asInt());
          assertEquals(setting.most(), one.path("maxLength").asInt());
        }
        case TELEPHONE -> assertEquals("^[0-9-]{5,15}$", one.path("pattern").asString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "province.yaml | 'settings: {disk.low-mb: 5}' | province.yaml:1: settings.disk.low-mb is 5; write 64 or more",
        "province.yaml | 'settings: {voice: 5}' | is not known here",
        "province.yaml | 'terminals: [T621121001]\nsettings: {}' | belongs to a site only",
        "sites/a.yaml | 'settings: {}' | name the terminals",
        "cities/dingxi.yaml | 'settings: {}' | has a name of nothing",
        "counties/621121.yaml | 'settings: {app.memory-soft-mb: 900, app.memory-hard-mb: 800}' | does not go with the others",
      })
  void saysWhatIsWrongAndWhere(String file, String text, String finding) throws IOException {
    Files.copy(SHIPPED.resolve("layer.schema.json"), folder.resolve("layer.schema.json"));
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text.replace("\\n", "\n"));
    var refused = assertInstanceOf(LoadOutcome.Refused.class, LayerFiles.read(folder));
    assertTrue(refused.findings().toString().contains(finding), refused.findings().toString());
  }

  @Test
  void aTerminalStandsAtOnePlaceOnly() throws IOException {
    Files.copy(SHIPPED.resolve("layer.schema.json"), folder.resolve("layer.schema.json"));
    Files.createDirectories(folder.resolve("sites"));
    for (String site : List.of("a", "b")) {
      Files.writeString(
          folder.resolve("sites").resolve(site + ".yaml"),
          "terminals: [T621121001]\nsettings: {}\n");
    }
    var refused = assertInstanceOf(LoadOutcome.Refused.class, LayerFiles.read(folder));
    assertTrue(refused.findings().toString().contains("which stands at a"));
  }
}
