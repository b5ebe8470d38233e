package org.jiujin.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/// A program for Node.js that tests run as a peer, with its libraries as its lock file says.
///
/// @param sources where `package.json`, `package-lock.json` and the program are
/// @param folder where it is installed, below `target`
public record NpmProgram(Path sources, Path folder) {
  /// The TUF of npm beside ours, in `update-trust`; for the tests of every module beside it.
  public static NpmProgram tufPeer() {
    Path module = Path.of("../update-trust");
    return new NpmProgram(module.resolve("src/test/npm"), module.resolve("target/npm-peer"));
  }

  /// Installs what is missing. The first time this fetches libraries and takes a while.
  ///
  /// @throws AssertionError if npm is not there or fails; the message has what it said
  public void install() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path lock = sources.resolve("package-lock.json");
    Path installed = folder.resolve("package-lock.json");
    boolean same =
        Files.exists(folder.resolve("node_modules"))
            && Files.exists(installed)
            && Files.mismatch(lock, installed) < 0;
    take("peer.js");
    if (same) {
      return;
    }
    take("package.json");
    take("package-lock.json");
    Process npm = start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    byte[] said = npm.getInputStream().readAllBytes();
    if (npm.waitFor() != 0) {
      throw new AssertionError(new String(said, StandardCharsets.UTF_8));
    }
  }

  private void take(String file) throws IOException {
    Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Starts it; what it says is on its standard output.
  public Process run(String... words) {
    return start(
        Stream.concat(Stream.of("node", "peer.js"), Arrays.stream(words)).toArray(String[]::new));
  }

  private Process start(String... command) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          "%s cannot be started: this test needs Node.js 20 or later with npm on the PATH"
              .formatted(Arrays.toString(command)),
          e);
    }
  }
}
