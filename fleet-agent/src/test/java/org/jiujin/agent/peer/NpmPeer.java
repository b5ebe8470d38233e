package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The listener in `src/test/npm`, with its libraries installed by npm below `target` as its lock file says.
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

  /// Starts listening; what it says is on its standard output.
  static Process listen(String broker, String group, String node) {
    return start("node", "peer.js", broker, group, node);
  }

  /// What it said until it ended.
  static List<String> lines(Process peer) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    peer.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add);
    if (!peer.waitFor(10, TimeUnit.SECONDS)) {
      peer.destroyForcibly();
      fail("node did not end");
    }
    return lines;
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
