package org.jiujin.console.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server that a killed console left running on a cluster, or only its `postmaster.pid`.
///
/// PostgreSQL refuses to start while the process named in that file lives, also when the number meanwhile belongs to
/// some other program. Call it only while holding the folder's lock: it would stop a server that is in use.
final class LeftoverServer {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
  private static final Duration CLEAN_STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private final Path cluster;
  private final Path pidFile;

  private LeftoverServer(Path cluster) {
    this.cluster = cluster;
    this.pidFile = cluster.resolve("postmaster.pid");
  }

  static LeftoverServer in(Path cluster) {
    return new LeftoverServer(cluster);
  }

  /// Stops what runs and removes the file; does nothing if there is none.
  void stop() throws IOException {
    if (Files.notExists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = running();
    if (server.isPresent()) {
      LOG.info("Stopping the database server {} of an earlier console", server.get().pid());
      server.get().destroy();
      if (!ended(server.get(), CLEAN_STOP_LIMIT)) {
        server.get().destroyForcibly();
        ended(server.get(), KILL_LIMIT);
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private Optional<ProcessHandle> running() throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
  }

  private static boolean ended(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException stillThere) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
