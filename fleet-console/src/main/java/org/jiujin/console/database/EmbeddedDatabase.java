package org.jiujin.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL server of the console's own, on a free loopback port, its files in one folder:
///
/// ```
/// programs/      the unpacked server
/// cluster/       the data; survives a restart
/// initialised    there once the cluster was made completely
/// in-use         locked while a console runs on this folder
/// server.log     what the server said since it was started, and server.log.1 from the time before
/// ```
///
/// The server is a process apart and outlives a console that was killed; the next start stops such a leftover first.
final class EmbeddedDatabase implements AutoCloseable {
  static final String USER = "postgres";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final FileChannel inUse;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(FileChannel inUse, EmbeddedPostgres server) {
    this.inUse = inUse;
    this.server = server;
  }

  /// Starts the server, which takes seconds, the first time some more.
  ///
  /// @throws IllegalStateException if another console runs on this folder
  static EmbeddedDatabase start(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(home);
      FileChannel inUse = lock(home);
      try {
        return new EmbeddedDatabase(inUse, startServer(home));
      } catch (IOException | RuntimeException failed) {
        inUse.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The embedded database did not start in " + home, failed);
    }
  }

  /// Where the server listens, as a JDBC address.
  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() {
    try (inUse) {
      server.close();
    } catch (IOException failed) {
      LOG.warn("The embedded database did not stop cleanly", failed);
    }
  }

  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IllegalStateException("Another console already runs on the folder " + home);
    }
    return channel;
  }

  private static EmbeddedPostgres startServer(Path home) throws IOException {
    Path cluster = home.resolve("cluster");
    Path initialised = home.resolve("initialised");
    if (Files.notExists(initialised)) {
      FileSystemUtils.deleteRecursively(cluster); // an earlier first start was cut short
    }
    LeftoverServer.in(cluster).stop();
    // Also where the library keeps its other working files; it would take the system's temporary
    // folder.
    Path programs = Files.createDirectories(home.resolve("programs"));
    System.setProperty("ot.epg.working-dir", programs.toString());
    Redirect log = Redirect.appendTo(freshLog(home).toFile());
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs.toFile())
            .setRegisterShutdownHook(false) // the application context stops it, after the pool
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setLocaleConfig("locale", "C")
            // The library's defaults are for throw-away databases.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "50")
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("log_checkpoints", "off")
            .start();
    if (Files.notExists(initialised)) {
      Files.createFile(initialised);
    }
    return server;
  }

  private static Path freshLog(Path home) throws IOException {
    Path log = home.resolve("server.log");
    if (Files.exists(log)) {
      Files.move(log, home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }
}
