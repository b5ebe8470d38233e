package org.jiujin.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The peer of the agent: `agent-peer.js` on Node.js with npm's mqtt and sparkplug-payload, pinned by the lock file that the agent's
/// tests use. It reports the same figures as often, but watches over no app and keeps no records.
final class NodePeer {
  private static final String SCRIPT = "agent-peer.js";

  private NodePeer() {}

  /// Installs what is missing below `target`.
  static Reporter install(Path home) throws IOException, InterruptedException {
    Path folder = home.resolve("benchmarks/target/agent-peer");
    Path locked = home.resolve("fleet-agent/src/test/npm");
    Files.createDirectories(folder);
    Path lock = folder.resolve("package-lock.json");
    boolean same =
        Files.exists(folder.resolve("node_modules"))
            && Files.exists(lock)
            && Files.mismatch(locked.resolve("package-lock.json"), lock) < 0;
    copy(home.resolve("benchmarks/src/main/npm").resolve(SCRIPT), folder);
    if (!same) {
      copy(locked.resolve("package.json"), folder);
      copy(locked.resolve("package-lock.json"), folder);
      npm(folder);
    }
    return new Reporter(
        "node, mqtt.js",
        place -> List.of("node", folder.resolve(SCRIPT).toString(), place.broker(), place.node()),
        Map.of());
  }

  private static void npm(Path folder) throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) {
      throw new IOException("npm could not install the peer: " + said);
    }
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
