package org.jiujin.kiosk.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("keys").resolve("kiosk.key");
  }

  @Test
  void makesAKeyForItsOwnerOnly() throws IOException {
    ready(open());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    try (var files = Files.list(file.getParent())) {
      assertEquals(1, files.count(), "no draft is left behind");
    }
  }

  @Test
  void findsTheSameKeyAgain() {
    var sealed = ready(open()).seal(new byte[] {1, 2, 3}, "row");
    var plain = assertInstanceOf(Sealer.Unsealed.Plain.class, ready(open()).open(sealed, "row"));
    assertArrayEquals(new byte[] {1, 2, 3}, plain.bytes());
  }

  @Test
  void refusesAKeyThatOthersMayRead() throws IOException {
    ready(open());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var failed = assertInstanceOf(KeyFile.Opening.Failed.class, open());
    assertEquals(StoreFault.KEY_EXPOSED, failed.fault());
    assertTrue(
        failed.message().contains(file.toString()) && failed.message().contains("chmod 600"));
  }

  @Test
  void refusesWhatIsNoKey() throws IOException {
    ready(open());
    Files.writeString(file, "x".repeat(64));
    var failed = assertInstanceOf(KeyFile.Opening.Failed.class, open());
    assertEquals(StoreFault.KEY_BROKEN, failed.fault());
  }

  @Test
  void saysWhenItCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("keys"), "a file where the folder should be");
    var failed = assertInstanceOf(KeyFile.Opening.Failed.class, open());
    assertEquals(StoreFault.KEY_FAILED, failed.fault());
  }

  @Test
  void givesEveryProcessTheSameKeyWhenManyStartAtOnce() throws Exception {
    Callable<String> first = () -> ready(open()).seal(new byte[1], "row").keyId();
    try (var pool = Executors.newFixedThreadPool(8)) {
      var ids =
          pool.invokeAll(Collections.nCopies(8, first)).stream()
              .map(Future::resultNow)
              .collect(Collectors.toSet());
      assertEquals(1, ids.size());
    }
  }

  private KeyFile.Opening open() {
    return KeyFile.open(file, SealingAlgorithm.AES_256_GCM);
  }

  private static Sealer ready(KeyFile.Opening opening) {
    return assertInstanceOf(KeyFile.Opening.Ready.class, opening).keys().sealer();
  }
}
