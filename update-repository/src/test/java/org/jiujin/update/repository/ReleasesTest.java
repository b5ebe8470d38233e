package org.jiujin.update.repository;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jiujin.update.patch.ZstdPatch;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void publish() throws Exception {
    repository = TestRepository.published(folder);
  }

  @Test
  void holdsEveryFileOfTheImage() throws Exception {
    Path image =
        repository.image(
            "image",
            Map.of("bin/app", utf8("run"), "conf/a.yaml", utf8("a: 1"), "empty", utf8("")));
    assertTrue(image.resolve("bin/app").toFile().setExecutable(true));
    Manifest manifest = repository.add(ReleaseKind.APP, "1", image);
    assertEquals(
        List.of("bin/app", "conf/a.yaml", "empty"),
        manifest.files().stream().map(ReleaseFile::path).toList());
    assertEquals(
        List.of(true, false, false),
        manifest.files().stream().map(ReleaseFile::executable).toList());
    assertArrayEquals(utf8("run"), content(manifest.files().getFirst()));
    assertEquals(List.of(), stray());
  }

  @Test
  void jarsAreStoredAndTheSameHoweverTheyWerePacked() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    TestRepository.jar(first.resolve("lib/a.jar"), TestRepository.classes(1, 20));
    TestRepository.jar(second.resolve("lib/a.jar"), TestRepository.classes(1, 20));
    Files.setLastModifiedTime(
        second.resolve("lib/a.jar"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    ReleaseFile one = repository.add(ReleaseKind.APP, "1", first).files().getFirst();
    ReleaseFile two = repository.add(ReleaseKind.APP, "2", second).files().getFirst();
    assertEquals(one, two);
    Path stored = repository.layout.targets().resolve(ContentAddress.of(one));
    try (var jar = new JarFile(stored.toFile())) {
      assertEquals(20, jar.size());
      assertTrue(jar.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
      byte[] content = jar.getInputStream(jar.getEntry("org/jiujin/Class7")).readAllBytes();
      assertArrayEquals(TestRepository.classes(1, 20).get("org/jiujin/Class7"), content);
    }
  }

  @Test
  void aSmallChangeIsASmallPatchAndLeadsToTheSameFile() throws Exception {
    Map<String, byte[]> classes = TestRepository.classes(1, 200);
    TestRepository.jar(folder.resolve("v1/lib/part-1.0.jar"), classes);
    classes.put("org/jiujin/Class100", utf8("a fix"));
    TestRepository.jar(folder.resolve("v2/lib/part-1.0.1.jar"), classes);
    ReleaseFile old =
        repository.add(ReleaseKind.APP, "1.0", folder.resolve("v1")).files().getFirst();
    ReleaseFile fresh =
        repository.add(ReleaseKind.APP, "1.0.1", folder.resolve("v2")).files().getFirst();
    FilePatch patch =
        fresh.patches().stream()
            .filter(one -> one.from().equals(old.sha256()))
            .findFirst()
            .orElseThrow();
    assertTrue(patch.length() < fresh.length() / 100, patch + " for " + fresh.length());
    var made = new ByteArrayOutputStream();
    ZstdPatch.apply(
        content(old),
        new ByteArrayInputStream(
            Files.readAllBytes(repository.layout.targets().resolve(ContentAddress.of(patch)))),
        made,
        fresh.length());
    assertArrayEquals(content(fresh), made.toByteArray());
  }

  @Test
  void aFileComesCompressedWhoeverHasNoneBefore() throws Exception {
    byte[] text = utf8("就近办 ".repeat(1000));
    ReleaseFile file =
        repository
            .add(ReleaseKind.CATALOGUE, "1", repository.image("image", Map.of("a", text)))
            .files()
            .getFirst();
    FilePatch patch = file.patches().getFirst();
    assertEquals(Content.sha256(new byte[0]), patch.from());
    assertTrue(patch.length() < 100, patch.toString());
  }

  @Test
  void aFileThatIsTooLongForPatchesFromOthersIsCompressed() throws Exception {
    for (String version : List.of("1", "2")) {
      var content = new byte[ZstdPatch.MOST_BYTES + 1];
      content[version.charAt(0)] = 1;
      Path image = repository.image("image-" + version, Map.of("natives", content));
      List<FilePatch> patches =
          repository.add(ReleaseKind.APP, version, image).files().getFirst().patches();
      assertEquals(1, patches.size());
      assertEquals(Content.sha256(new byte[0]), patches.getFirst().from());
      assertTrue(patches.getFirst().length() < 100_000);
      repository.release();
    }
  }

  @Test
  void whatCannotBeMadeSmallerHasNoPatch() throws Exception {
    var noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    Path image = repository.image("image", Map.of("a", noise));
    assertEquals(
        List.of(), repository.add(ReleaseKind.VOICE, "1", image).files().getFirst().patches());
  }

  @Test
  void aReleaseNeverChanges() throws Exception {
    Path image = repository.image("image", Map.of("a", utf8("1")));
    repository.add(ReleaseKind.APP, "1", image);
    var e =
        assertThrows(RepositoryException.class, () -> repository.add(ReleaseKind.APP, "1", image));
    assertTrue(e.getMessage().contains("never changes"), e.getMessage());
    // of another kind it is another release
    repository.add(ReleaseKind.AGENT, "1", image);
  }

  @Test
  void refusesImagesThatNoTerminalWouldTake() throws Exception {
    Path linked = repository.image("linked", Map.of("a", utf8("1")));
    Files.createSymbolicLink(linked.resolve("b"), Path.of("/etc/passwd"));
    Path foreign = repository.image("foreign", Map.of("文件", utf8("1")));
    Path twice = repository.image("twice", Map.of("a", utf8("1"), "A", utf8("2")));
    Path broken = repository.image("broken", Map.of("a.jar", utf8("no jar")));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path image : List.of(linked, foreign, twice, broken, empty, folder.resolve("none"))) {
      assertThrows(
          RepositoryException.class,
          () -> repository.add(ReleaseKind.APP, "1", image),
          image.toString());
    }
    assertEquals(List.of(), repository.releases().list(ReleaseKind.APP));
    assertEquals(List.of(), stray());
  }

  @Test
  void listsTheNewestFirst() throws Exception {
    Path image = repository.image("image", Map.of("a", utf8("1")));
    for (String version : List.of("1.9", "1.10", "1.2")) {
      repository.add(ReleaseKind.THEME, version, image);
    }
    assertEquals(
        List.of("1.2", "1.10", "1.9"),
        repository.releases().list(ReleaseKind.THEME).stream()
            .map(one -> one.manifest().id().version())
            .toList());
  }

  @Test
  void verifyingFindsWhatIsMissingOrDamaged() throws Exception {
    Map<String, byte[]> files = Map.of("a", utf8("1".repeat(500)), "b", utf8("2".repeat(500)));
    Manifest manifest = repository.add(ReleaseKind.APP, "1", repository.image("image", files));
    repository.release();
    assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
    String a = ContentAddress.of(manifest.files().getFirst());
    String patch = ContentAddress.of(manifest.files().getLast().patches().getFirst());
    Files.delete(repository.layout.targets().resolve(a));
    Files.writeString(repository.layout.targets().resolve(patch), "another");
    assertEquals(
        List.of(a + " is missing", patch + " is damaged"),
        repository.check().all(repository.firstRoot(), _ -> {}));
  }

  @Test
  void garbageIsWhatNoReleaseNeeds() throws Exception {
    byte[] shared = utf8("shared ".repeat(100));
    repository.add(
        ReleaseKind.APP, "1", repository.image("v1", Map.of("a", shared, "b", utf8("one"))));
    repository.release();
    repository.add(
        ReleaseKind.APP, "2", repository.image("v2", Map.of("a", shared, "b", utf8("two"))));
    repository.release();
    var garbage = new Garbage(repository.layout, repository);
    assertEquals(new Garbage.Removed(0, 0), garbage.collect());
    repository.releases().revoke(new ReleaseId(ReleaseKind.APP, "1"));
    repository.release();
    assertEquals(2, garbage.collect().files(), "the content «one» and the manifest");
    // what was replaced on the same day may be read just now
    assertTrue(Files.exists(repository.layout.metadata("software", 2)));
    repository.sleep(Duration.ofDays(300));
    assertTrue(garbage.collect().files() > 3);
    assertFalse(Files.exists(repository.layout.metadata("software", 2)));
    assertTrue(Files.exists(repository.layout.metadata("root", 1)));
    repository.sleep(Duration.ofDays(-300));
    assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
  }

  private byte[] content(ReleaseFile file) throws Exception {
    return Files.readAllBytes(repository.layout.targets().resolve(ContentAddress.of(file)));
  }

  /// What was left beside the folders of the repository.
  private List<Path> stray() throws Exception {
    try (Stream<Path> files = Files.list(repository.layout.root())) {
      return files
          .filter(file -> !file.equals(repository.layout.web()))
          .filter(file -> !file.equals(repository.layout.staged()))
          .toList();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
