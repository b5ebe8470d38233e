package org.jiujin.kiosk.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.ConfigReader;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;

/// The matters on offer at this terminal. Immutable.
///
/// @param matters ordered by number; never empty
public record Catalogue(List<Matter> matters) {
  private static final String FOLDER = "config/catalogue/";
  private static final String SCHEMA = FOLDER + "matter.schema.json";

  public Catalogue {
    matters = List.copyOf(matters);
  }

  /// Reads every `.yaml` file of `config/catalogue/`. One wrong file refuses the whole catalogue: a resident must not
  /// find half a matter.
  ///
  /// @param home the folder that holds `config/`
  public static LoadOutcome<Catalogue> load(Path home) {
    var reader = new ConfigReader(home);
    var matters = new ArrayList<Matter>();
    var findings = new ArrayList<Finding>();
    for (String file : files(home, findings)) {
      switch (reader.read(FOLDER + file, SCHEMA).then(Catalogue::matter)) {
        case LoadOutcome.Loaded<Numbered>(var numbered) -> {
          findings.addAll(doubles(numbered, matters));
          matters.add(numbered.matter());
        }
        case LoadOutcome.Refused<Numbered>(var wrong) -> findings.addAll(wrong);
      }
    }
    matters.sort(Comparator.comparingInt(Matter::number));
    return LoadOutcome.of(new Catalogue(matters), findings);
  }

  /// The matter with this id, if there is one.
  public Optional<Matter> matter(String id) {
    return matters.stream().filter(matter -> matter.id().equals(id)).findFirst();
  }

  private static LoadOutcome<Numbered> matter(ConfigDocument document) {
    Matter matter = MatterReader.read(document);
    return LoadOutcome.of(new Numbered(matter, document), MatterCheck.findings(document, matter));
  }

  private static List<Finding> doubles(Numbered numbered, List<Matter> earlier) {
    return earlier.stream()
        .filter(matter -> matter.number() == numbered.matter().number())
        .map(matter ->
            numbered
                .document()
                .finding(
                    "/number",
                    "is "
                        + matter.number()
                        + ", as in "
                        + matter.id()
                        + ".yaml; give each matter its own number"))
        .toList();
  }

  private static List<String> files(Path home, List<Finding> findings) {
    try (Stream<Path> files = Files.list(home.resolve(FOLDER))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        findings.add(new Finding(FOLDER, 0, "holds no matter; put at least one .yaml file there"));
      }
      return names;
    } catch (IOException e) {
      findings.add(new Finding(FOLDER, 0, "cannot be listed: " + e.getClass().getSimpleName()));
      return List.of();
    }
  }

  /// A matter and the document it came from.
  private record Numbered(Matter matter, ConfigDocument document) {}
}
