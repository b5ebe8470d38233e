package org.jiujin.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.sandbox.PlatformSandbox;

/// The sandbox's `openapi.yaml`, to hold messages against.
final class Description {
  private static final String ADDRESS = "https://jiujin.invalid/openapi.yaml";

  private final SchemaRegistry registry;

  Description() {
    String text = text();
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(ADDRESS, text)).schemaRegistryConfig(config));
  }

  void assertMatches(String schema, byte[] json) {
    var errors =
        registry
            .getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + schema))
            .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
    assertEquals(List.of(), errors);
  }

  private static String text() {
    try (var stream =
        Objects.requireNonNull(PlatformSandbox.class.getResourceAsStream("/openapi.yaml"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
