package org.jiujin.console.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.ConfigReader;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.jiujin.console.configuration.Layers.Place;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.configuration.Layer;
import tools.jackson.databind.JsonNode;

/// Reads the files of a folder, `province.yaml`, `cities/6211.yaml`, `counties/621121.yaml`, `sites/NAME.yaml`,
/// `terminals/T621121001.yaml`: all of them, or says everything that is wrong with any.
final class LayerFiles {
  private static final String SCHEMA = "layer.schema.json";
  private static final String ENDING = ".yaml";
  private static final String PROVINCE = "province" + ENDING;
  private static final String PROVINCE_CODE = "62";
  private static final Map<String, Folder> FOLDERS =
      Map.of(
          "cities", new Folder(Layer.Scope.CITY, "62\\d{2}"),
          "counties", new Folder(Layer.Scope.COUNTY, "62\\d{4}"),
          "sites", new Folder(Layer.Scope.SITE, "[a-z0-9][a-z0-9-]{0,62}"),
          "terminals", new Folder(Layer.Scope.TERMINAL, "T\\d{9}"));

  private final Path home;
  private final ConfigReader reader;
  private final Map<Place, Layer> layers = new HashMap<>();
  private final Map<String, String> sites = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private record Folder(Layer.Scope scope, String names) {}

  private LayerFiles(Path home) {
    this.home = home;
    this.reader = new ConfigReader(home);
  }

  /// Reads all files.
  static LoadOutcome<Layers> read(Path home) {
    var files = new LayerFiles(home);
    try {
      files.readAll();
    } catch (IOException e) {
      files.findings.add(
          new Finding(home.toString(), 0, "cannot be read: " + e.getClass().getSimpleName()));
    }
    return LoadOutcome.of(new Layers(files.layers, files.sites), files.findings);
  }

  /// Another one when any file changed, came or went.
  static Map<String, String> stamp(Path home) {
    Map<String, String> stamp = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        stamp.put(
            home.relativize(file).toString(),
            Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    } catch (IOException e) {
      stamp.put("", e.toString());
    }
    return stamp;
  }

  private void readAll() throws IOException {
    if (Files.exists(home.resolve(PROVINCE))) {
      take(PROVINCE, Layer.Scope.PROVINCE, "");
    }
    for (var folder : FOLDERS.entrySet()) {
      Path path = home.resolve(folder.getKey());
      if (Files.isDirectory(path)) {
        readFolder(path, folder.getKey(), folder.getValue());
      }
    }
  }

  private void readFolder(Path path, String name, Folder folder) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        String fileName = String.valueOf(file.getFileName());
        String relative = name + "/" + fileName;
        String id = fileName.replaceFirst("\\.yaml$", "");
        if (!fileName.endsWith(ENDING) || !id.matches(folder.names())) {
          findings.add(
              new Finding(relative, 0, "has a name of nothing; call it after what it is for"));
        } else {
          take(relative, folder.scope(), id);
        }
      }
    }
  }

  private void take(String file, Layer.Scope scope, String id) throws IOException {
    switch (reader.read(file, SCHEMA)) {
      case LoadOutcome.Refused<ConfigDocument>(var wrong) -> findings.addAll(wrong);
      case LoadOutcome.Loaded<ConfigDocument>(var document) -> {
        Layer layer = layer(document.root().path("settings"), scope, id, revision(file));
        Effective.of(List.of(layer))
            .bad()
            .forEach(name ->
                findings.add(
                    document.finding(
                        "/settings/" + name, "does not go with the others; see docs")));
        layers.put(new Place(scope, id), layer);
        stand(document, scope, id);
      }
    }
  }

  private void stand(ConfigDocument document, Layer.Scope scope, String site) {
    JsonNode terminals = document.root().path("terminals");
    if ((scope == Layer.Scope.SITE) == terminals.isMissingNode()) {
      findings.add(
          document.finding(
              "/terminals",
              scope == Layer.Scope.SITE
                  ? "is missing; name the terminals that stand there"
                  : "belongs to a site only; remove it"));
    }
    for (JsonNode terminal : terminals) {
      String other = sites.put(terminal.asString(), site);
      if (other != null) {
        findings.add(
            document.finding(
                "/terminals", "names " + terminal.asString() + ", which stands at " + other));
      }
    }
  }

  private static Layer layer(JsonNode values, Layer.Scope scope, String id, String revision) {
    Map<String, String> settings = new HashMap<>();
    Set<String> own = new HashSet<>();
    values
        .properties()
        .forEach(entry -> {
          if (entry.getValue().isNull()) {
            own.add(entry.getKey());
          } else {
            settings.put(entry.getKey(), entry.getValue().asString());
          }
        });
    return new Layer(
        scope, scope == Layer.Scope.PROVINCE ? PROVINCE_CODE : id, revision, settings, own);
  }

  private String revision(String file) throws IOException {
    try {
      byte[] text = Files.readString(home.resolve(file)).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
