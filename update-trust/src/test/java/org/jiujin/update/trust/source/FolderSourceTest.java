package org.jiujin.update.trust.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSourceTest {
  @TempDir Path outer;
  private Path folder = Path.of("");

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectories(outer.resolve("repository/a"));
    folder = outer.resolve("repository");
    Files.write(folder.resolve("a/file"), new byte[100]);
    Files.write(outer.resolve("secret"), new byte[1]);
  }

  @Test
  void copiesUpToTheLimit() throws FetchFailed {
    var source = new FolderSource(folder);
    var path = RepositoryPath.of("a/file");
    assertArrayEquals(new byte[100], source.fetch(path, 100).orElseThrow());
    FetchFailed failed = assertThrows(FetchFailed.class, () -> source.fetch(path, 99));
    assertEquals(FetchFailed.Kind.TOO_LONG, failed.kind());
  }

  @Test
  void leavesOutTheFirstBytes() throws Exception {
    Files.write(folder.resolve("a/file"), new byte[] {0, 1, 2, 3});
    var rest = new ByteArrayOutputStream();
    assertTrue(new FolderSource(folder).fetch(RepositoryPath.of("a/file"), 3, 1, rest));
    assertArrayEquals(new byte[] {3}, rest.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "a",
        "",
        "../secret",
        "a/../../secret",
        "a//file",
        "./a/file",
        "a/file\0"
      })
  void whatIsNoFileInTheFolderIsNotThere(String path) throws FetchFailed {
    assertTrue(new FolderSource(folder).fetch(RepositoryPath.of(path), 100).isEmpty());
  }

  @Test
  void aSlashInANameDoesNotLeadOut() throws FetchFailed {
    var path = new RepositoryPath(List.of("../secret"));
    assertTrue(new FolderSource(folder).fetch(path, 100).isEmpty());
  }
}
