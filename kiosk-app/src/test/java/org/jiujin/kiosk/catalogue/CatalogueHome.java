package org.jiujin.kiosk.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;

/// A home folder with the shipped schema and matters of a test's choice.
record CatalogueHome(Path home) {
  static final Path SHIPPED = Path.of(Objects.requireNonNull(System.getProperty("kiosk.home")));
  private static final String SCHEMA = "config/catalogue/matter.schema.json";

  static CatalogueHome in(Path folder) {
    try {
      Files.createDirectories(folder.resolve("config/catalogue"));
      Files.copy(SHIPPED.resolve(SCHEMA), folder.resolve(SCHEMA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CatalogueHome(folder);
  }

  /// A small right matter.
  static String libraryCard() {
    try (var in = CatalogueHome.class.getResourceAsStream("/catalogue/library-card.yaml")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CatalogueHome with(String file, String yaml) {
    try {
      Files.writeString(home.resolve("config/catalogue").resolve(file), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// What is wrong, one finding a text; empty when nothing is.
  List<String> findings() {
    return switch (Catalogue.load(home)) {
      case LoadOutcome.Loaded<Catalogue> _ -> List.of();
      case LoadOutcome.Refused<Catalogue>(var findings) ->
          findings.stream().map(Finding::toString).toList();
    };
  }
}
