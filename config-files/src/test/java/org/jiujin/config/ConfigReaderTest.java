package org.jiujin.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final String SCHEMA =
      """
      { "type": "object",
        "additionalProperties": false,
        "required": ["name", "port"],
        "properties": {
          "name": { "type": "string", "pattern": "^[a-z]+$", "x-write": "small letters" },
          "port": { "type": "integer", "minimum": 1 } } }
      """;

  @TempDir private Path home;

  @BeforeEach
  void writeSchema() throws IOException {
    Files.writeString(home.resolve("schema.json"), SCHEMA);
  }

  @Test
  void readsAFileThatIsRight() throws IOException {
    var document = read("name: reader\nport: 7\n").orThrow();
    assertEquals(7, document.root().path("port").asInt());
  }

  @Test
  void namesTheLineAndWhatToWrite() throws IOException {
    assertEquals(
        List.of(
            "file.yaml:2: name is \"Reader 1\"; write small letters",
            "file.yaml:3: port is 0; write 1 or more",
            "file.yaml:4: speed is not known here; remove it, or write one of name, port"),
        problems("# a comment\nname: Reader 1\nport: 0\nspeed: 9600\n"));
  }

  @Test
  void saysWhereYamlItselfIsBroken() throws IOException {
    assertEquals("file.yaml:2", problems("name: a\n  port: 1\n").getFirst().substring(0, 11));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    var outcome = new ConfigReader(home).read("none.yaml", "schema.json");
    assertInstanceOf(LoadOutcome.Refused.class, outcome);
  }

  private List<String> problems(String yaml) throws IOException {
    return switch (read(yaml)) {
      case LoadOutcome.Loaded<ConfigDocument> _ -> List.of();
      case LoadOutcome.Refused<ConfigDocument>(var findings) ->
          findings.stream().map(Finding::toString).toList();
    };
  }

  private LoadOutcome<ConfigDocument> read(String yaml) throws IOException {
    Files.writeString(home.resolve("file.yaml"), yaml);
    return new ConfigReader(home).read("file.yaml", "schema.json");
  }
}
