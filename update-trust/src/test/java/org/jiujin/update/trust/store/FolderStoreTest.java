package org.jiujin.update.trust.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderStoreTest {
  private static final Instant TIME = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  @Test
  void keepsTheBytesUnderNamesWithoutVersion() throws IOException {
    var store = new FolderStore(folder);
    store.keep("root", new byte[] {1});
    store.keep("root", new byte[] {2, 3});
    assertArrayEquals(new byte[] {2, 3}, Files.readAllBytes(folder.resolve("root.json")));
    assertArrayEquals(new byte[] {2, 3}, store.role("root").orElseThrow());
    assertEquals(List.of("root.json"), names());
    store.drop("root");
    store.drop("root");
    assertTrue(store.role("root").isEmpty());
  }

  @Test
  void keepsTheTimeAndTakesADamagedNoteForNone() throws IOException {
    var store = new FolderStore(folder);
    assertTrue(store.clock().isEmpty());
    store.keepClock(TIME);
    assertEquals(Optional.of(TIME), store.clock());
    Files.writeString(folder.resolve("clock"), "the day before yesterday");
    assertTrue(store.clock().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "targets, targets",
    "../role, %2E.%2Frole",
    "a.b, a.b",
    ".hidden, %2Ehidden",
    "a/b, a%2Fb",
    "a%2Fb, a%252Fb",
    "角, %E8%A7%92",
    "'a b', a%20b"
  })
  void aNameFromOutsideBecomesAFileName(String name, String file) {
    assertEquals(file, FileName.of(name));
  }

  @Test
  void aNameThatIsTooLongBecomesItsHash() {
    String hashed = FileName.of("角".repeat(100));
    assertEquals(65, hashed.length());
    assertFalse(hashed.equals(FileName.of("角".repeat(101))));
  }

  @Test
  void whatIsNotCommittedChangesNothing() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.write(file, new byte[] {1});
    try (WholeFile whole = WholeFile.replacing(file)) {
      whole.write(new byte[] {2, 2});
    }
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void whatAnInterruptedWriteLeftIsWrittenOver() throws IOException {
    Path file = folder.resolve("file");
    Files.write(folder.resolve("file.new"), new byte[1000]);
    WholeFile.write(file, new byte[] {1});
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
