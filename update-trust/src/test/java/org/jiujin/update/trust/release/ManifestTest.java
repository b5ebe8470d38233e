package org.jiujin.update.trust.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.update.trust.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final ReleaseId APP = new ReleaseId(ReleaseKind.APP, "0.2.0");
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String OTHER = "fedcba9876543210".repeat(4);

  @Test
  void readsWhatItWrote() throws MalformedJson {
    var manifest =
        new Manifest(
            APP,
            List.of(
                new ReleaseFile("lib/b.jar", 10, HASH, false, List.of(patch(OTHER, 3))),
                new ReleaseFile("bin/app", 0, OTHER, true, List.of())));
    Manifest read = Manifest.read(APP, manifest.toBytes());
    assertEquals(manifest, read);
    assertEquals(List.of("bin/app", "lib/b.jar"), paths(read));
    assertEquals(10, read.content());
  }

  @Test
  void saysTheSameWhateverTheOrderOfTheFiles() {
    ReleaseFile a = file("a");
    ReleaseFile b = file("b");
    assertArrayEquals(
        new Manifest(APP, List.of(a, b)).toBytes(), new Manifest(APP, List.of(b, a)).toBytes());
  }

  @Test
  void passesOverWhatALaterToolSaysMore() throws MalformedJson {
    String written =
        """
        {"kind":"app","version":"0.2.0","colour":"red",
         "files":[{"path":"a","length":1,"sha256":"%s","owner":"root"}]}\
        """
            .formatted(HASH);
    assertEquals(
        new Manifest(APP, List.of(new ReleaseFile("a", 1, HASH, false, List.of()))),
        Manifest.read(APP, utf8(written)));
  }

  @ParameterizedTest
  @CsvSource({"AGENT, 0.2.0", "APP, 0.2.1"})
  void isNotTakenForAnotherRelease(ReleaseKind kind, String version) {
    var id = new ReleaseId(kind, version);
    byte[] bytes = new Manifest(APP, List.of(file("a"))).toBytes();
    assertThrows(MalformedJson.class, () -> Manifest.read(id, bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "..",
        "a/../b",
        "a/./b",
        "a\\b",
        "C:a",
        "a:stream",
        "a*",
        "a?",
        "a\"",
        "a<",
        "a|",
        "con",
        "lib/NUL.txt",
        "aux.",
        "a ",
        "a.",
        "a\tb",
        "a\u0000b",
        "中文"
      })
  void refusesAPathThatMeansSomethingElseSomewhere(String path) {
    assertThrows(
        IllegalArgumentException.class, () -> new Manifest(APP, List.of(file(path))), path);
  }

  @Test
  void refusesAPathThatIsTooLong() {
    assertEquals(1, new Manifest(APP, List.of(file("a".repeat(200)))).files().size());
    assertThrows(
        IllegalArgumentException.class, () -> new Manifest(APP, List.of(file("a".repeat(201)))));
  }

  @ParameterizedTest
  @MethodSource("filesThatDoNotGoTogether")
  void refusesFilesThatDoNotGoTogether(List<String> paths) {
    List<ReleaseFile> files = paths.stream().map(ManifestTest::file).toList();
    assertThrows(IllegalArgumentException.class, () -> new Manifest(APP, files));
  }

  static Stream<List<String>> filesThatDoNotGoTogether() {
    return Stream.of(
        List.of(),
        List.of("a", "a"),
        List.of("lib/A.jar", "lib/a.jar"),
        List.of("lib", "lib/a.jar"),
        List.of("LIB", "lib/deep/a.jar"));
  }

  @ParameterizedTest
  @MethodSource("filesThatAreWrong")
  void refusesAFileThatIsWrong(ReleaseFile wrong) {
    var e = assertThrows(IllegalArgumentException.class, () -> new Manifest(APP, List.of(wrong)));
    assertTrue(String.valueOf(e.getMessage()).startsWith("a "), e.getMessage());
  }

  static Stream<ReleaseFile> filesThatAreWrong() {
    return Stream.of(
        new ReleaseFile("a", -1, HASH, false, List.of()),
        new ReleaseFile("a", 1, HASH.substring(1), false, List.of()),
        new ReleaseFile("a", 1, "A" + HASH.substring(1), false, List.of()),
        new ReleaseFile("a", Manifest.MOST_CONTENT + 1, HASH, false, List.of()),
        new ReleaseFile("a", 10, HASH, false, List.of(patch(OTHER, 10))),
        new ReleaseFile("a", 10, HASH, false, List.of(patch(OTHER, 0))),
        new ReleaseFile("a", 10, HASH, false, List.of(patch("x", 1))),
        new ReleaseFile("a", 10, HASH, false, List.of(new FilePatch(OTHER, "y", 1))),
        new ReleaseFile("a", 100, HASH, false, patches(Manifest.MOST_PATCHES + 1)));
  }

  @Test
  void refusesMoreThanATerminalHolds() {
    List<ReleaseFile> files = new ArrayList<>();
    for (int i = 0; i <= Manifest.MOST_FILES; i++) {
      files.add(file("f" + i));
    }
    assertThrows(IllegalArgumentException.class, () -> new Manifest(APP, files));
    files.removeLast();
    assertEquals(Manifest.MOST_FILES, new Manifest(APP, files).files().size());
    assertTrue(new Manifest(APP, files).toBytes().length < Manifest.MOST_BYTES);
    long half = Manifest.MOST_CONTENT / 2;
    List<ReleaseFile> large =
        Stream.of("a", "b", "c")
            .map(path -> new ReleaseFile(path, half, HASH, false, List.of()))
            .toList();
    assertEquals(2 * half, new Manifest(APP, large.subList(0, 2)).content());
    assertThrows(IllegalArgumentException.class, () -> new Manifest(APP, large));
  }

  @Test
  void survivesBeingCutAtEveryByte() {
    byte[] whole = new Manifest(APP, List.of(file("a"))).toBytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedJson.class, () -> Manifest.read(APP, cut));
    }
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    try {
      Manifest read = Manifest.read(APP, bytes);
      assertEquals(read, Manifest.read(APP, read.toBytes()));
    } catch (MalformedJson e) {
      assertNotNull(e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", ".1", "1/2", "1 2", "版", "../1"})
  void refusesAVersionThatIsNoName(String version) {
    assertThrows(IllegalArgumentException.class, () -> new ReleaseId(ReleaseKind.VOICE, version));
  }

  @Test
  void knowsWhereThingsAre() {
    assertEquals("app/0.2.0.json", APP.target());
    assertEquals("files/01/" + HASH, ContentAddress.of(file("a")));
    assertEquals("patches/fe/" + OTHER, ContentAddress.of(new FilePatch(HASH, OTHER, 1)));
    for (ReleaseKind kind : ReleaseKind.values()) {
      assertEquals(kind, ReleaseKind.of(kind.word()).orElseThrow());
    }
    assertTrue(ReleaseKind.of("firmware").isEmpty());
  }

  private static ReleaseFile file(String path) {
    return new ReleaseFile(path, 5, HASH, false, List.of());
  }

  private static FilePatch patch(String from, long length) {
    return new FilePatch(from, OTHER, length);
  }

  private static List<FilePatch> patches(int count) {
    return Stream.generate(() -> patch(OTHER, 1)).limit(count).toList();
  }

  private static List<String> paths(Manifest manifest) {
    return manifest.files().stream().map(ReleaseFile::path).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
