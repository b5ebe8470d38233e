package org.jiujin.sandbox;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads request bodies and holds them against `openapi.yaml`: the description is what runs.
@Component
class Contract {
  private static final String ADDRESS = "https://jiujin.invalid/openapi.yaml";

  private final ObjectMapper json;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  Contract(ObjectMapper json) {
    this.json = json;
    String description = description();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, description))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .pathType(PathType.JSON_POINTER)
                            .build()));
  }

  /// Reads a body.
  ///
  /// @param schema the name below `components/schemas`
  /// @throws ContractBrokenException if it is not JSON or breaks the schema
  <T> T read(byte[] body, String schema, Class<T> type) {
    try {
      JsonNode tree = json.readTree(body);
      List<Problem.Violation> violations = violations(tree, schema);
      if (!violations.isEmpty()) {
        throw new ContractBrokenException(Problem.of(ProblemCode.CONTRACT_BROKEN, violations));
      }
      return json.treeToValue(tree, type);
    } catch (JacksonException _) {
      // the cause stays out: its message may quote the body
      throw new ContractBrokenException(Problem.of(ProblemCode.BAD_REQUEST));
    }
  }

  /// What a JSON tree breaks; empty if nothing.
  List<Problem.Violation> violations(JsonNode tree, String schema) {
    return schemas.computeIfAbsent(schema, this::load).validate(tree).stream()
        .map(error ->
            new Problem.Violation(error.getInstanceLocation().toString(), error.getKeyword()))
        .toList();
  }

  private Schema load(String name) {
    return registry.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + name));
  }

  /// The description as text.
  static String description() {
    try {
      return new ClassPathResource("openapi.yaml").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
