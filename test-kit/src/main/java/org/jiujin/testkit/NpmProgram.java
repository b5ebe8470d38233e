package org.jiujin.update.trust.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/// The program in `src/test/npm`, with its libraries installed by npm below `target` as its lock file says.
final class NpmPeer {
  private static final Path SOURCES = Path.of("src/test/npm");
  private static final Path FOLDER = Path.of("target/npm-peer");

  private NpmPeer() {}

  /// Installs what is missing.
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path lock = SOURCES.resolve("package-lock.json");
    Path installed = FOLDER.resolve("package-lock.json");
    boolean same =
        Files.exists(FOLDER.resolve("node_modules"))
            && Files.exists(installed)
            && Files.mismatch(lock, installed) < 0;
    Files.copy(
        SOURCES.resolve("peer.js"), FOLDER.resolve("peer.js"), StandardCopyOption.REPLACE_EXISTING);
    if (same) {
      return;
    }
    Files.copy(
        SOURCES.resolve("package.json"),
        FOLDER.resolve("package.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    Process npm = start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    byte[] said = npm.getInputStream().readAllBytes();
    assertEquals(0, npm.waitFor(), () -> new String(said, StandardCharsets.UTF_8));
  }

  /// Starts it; what it says is on its standard output.
  static Process run(String... words) {
    return start(
        Stream.concat(Stream.of("node", "peer.js"), Arrays.stream(words)).toArray(String[]::new));
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command)
          .directory(FOLDER.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      return fail(
          "%s cannot be started (%s): this test needs Node.js 20 or later with npm on the PATH"
              .formatted(Arrays.toString(command), e.getMessage()));
    }
  }
}
