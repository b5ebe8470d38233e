package org.jiujin.update.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;

/// A repository of one's own with all its keys, on a day of its own.
final class TestRepository implements InstantSource {
  final Layout layout;
  final KeyFolder keys;
  private final Path folder;
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");

  private TestRepository(Path folder) {
    this.folder = folder;
    this.layout = new Layout(folder.resolve("repository"));
    this.keys = new KeyFolder(folder.resolve("keys"));
  }

  /// One with everything staged, nothing signed.
  static TestRepository staged(Path folder) throws Exception {
    var repository = new TestRepository(folder);
    Files.createDirectories(repository.layout.root());
    repository.staging().init(Map.of("root", new KeyQuorum(2, 3)), repository.keys);
    return repository;
  }

  /// One with everything staged and signed, nothing published.
  static TestRepository signed(Path folder) throws Exception {
    TestRepository repository = staged(folder);
    repository.staging().sign(repository.keys.all());
    return repository;
  }

  /// One with empty roles published.
  static TestRepository published(Path folder) throws Exception {
    TestRepository repository = signed(folder);
    repository.publish();
    return repository;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void sleep(Duration time) {
    now = now.plus(time);
  }

  /// Some of its keys, as if they were on a stick of their own.
  List<SigningKey> keys(String... names) throws Exception {
    Path stick = Files.createTempDirectory(folder, "stick");
    for (String name : names) {
      Files.copy(keys.folder().resolve(name + ".pem"), stick.resolve(name + ".pem"));
    }
    return new KeyFolder(stick).all();
  }

  Staging staging() {
    return new Staging(layout, this);
  }

  Releases releases() {
    return new Releases(layout, this, _ -> {});
  }

  RepositoryCheck check() {
    return new RepositoryCheck(layout, this);
  }

  byte[] firstRoot() throws Exception {
    return RepositoryCheck.firstRoot(layout);
  }

  Publisher.Published publish() throws RepositoryException, IOException {
    return new Publisher(layout, this).publish(keys.all());
  }

  /// Signs what is staged with every key, and publishes.
  void release() throws Exception {
    staging().sign(keys.all());
    publish();
  }

  Manifest add(ReleaseKind kind, String version, Path image) throws Exception {
    return releases().add(new ReleaseId(kind, version), image);
  }

  /// A fresh folder with these files.
  Path image(String name, Map<String, byte[]> files) throws IOException {
    Path image = folder.resolve(name);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = image.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(place.getParent()));
      Files.write(place, file.getValue());
    }
    return image;
  }

  /// A file somewhere outside the repository.
  Path beside(String name) {
    return folder.resolve(name);
  }

  /// A compressed jar of some classes.
  static Map<String, byte[]> classes(int seed, int count) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder();
      new Random(seed * 1000L + i)
          .ints(500, 0, 40)
          .forEach(number -> text.append("word").append(number).append(' '));
      classes.put("org/jiujin/Class" + i, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return classes;
  }

  static void jar(Path file, Map<String, byte[]> entries) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }
}
