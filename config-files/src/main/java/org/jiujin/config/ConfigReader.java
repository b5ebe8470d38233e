package org.jiujin.config;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the files below one home folder and checks each against its JSON Schema.
public final class ConfigReader {
  private static final int MAX_BYTES = 1_000_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012())
              .keyword(new NonValidationKeyword(SchemaWords.WRITE))
              .build());

  /// @param home the folder that holds `config/`
  public ConfigReader(Path home) {
    this.home = home;
  }

  /// Reads one YAML file.
  ///
  /// @param file below the home folder, with slashes
  /// @param schemaFile the JSON Schema, below the home folder
  public LoadOutcome<ConfigDocument> read(String file, String schemaFile) {
    return text(schemaFile)
        .then(source -> schema(schemaFile, source))
        .then(schema ->
            text(file)
                .then(yaml -> YamlTree.parse(file, yaml))
                .then(document -> check(document, schema)));
  }

  private LoadOutcome<String> text(String file) {
    Path path = home.resolve(file);
    try {
      if (!Files.isRegularFile(path)) {
        return refused(file, "is not there; put it below the home folder, or correct the name");
      }
      if (Files.size(path) > MAX_BYTES) {
        return refused(file, "is larger than 1 MB; this cannot be the right file");
      }
      return new LoadOutcome.Loaded<>(Files.readString(path));
    } catch (CharacterCodingException _) {
      return refused(file, "is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return refused(file, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private LoadOutcome<Schema> schema(String file, String source) {
    try {
      JsonNode node = JSON.readTree(source);
      return new LoadOutcome.Loaded<>(schemas.getSchema(node));
    } catch (JacksonException | SchemaException e) {
      return refused(file, "is not a JSON Schema: " + e.getMessage());
    }
  }

  private static LoadOutcome<ConfigDocument> check(ConfigDocument document, Schema schema) {
    return LoadOutcome.of(document, new SchemaWords(document, schema).findings());
  }

  private static <T> LoadOutcome<T> refused(String file, String problem) {
    return new LoadOutcome.Refused<>(List.of(new Finding(file, 0, problem)));
  }
}
