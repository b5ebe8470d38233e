package org.jiujin.agent;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.DirectionCodec;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.update.repository.KeyFolder;
import org.jiujin.update.repository.Layout;
import org.jiujin.update.repository.Publisher;
import org.jiujin.update.repository.Releases;
import org.jiujin.update.repository.RepositoryCheck;
import org.jiujin.update.repository.RepositoryServer;
import org.jiujin.update.repository.Staging;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;

/// A real repository on a web server, with releases of the smallest app: a script that starts it, and a library that changes a little
/// with each release.
final class ReleaseDepot implements AutoCloseable {
  private static final int LIBRARY_BYTES = 400_000;

  final Path root;
  private final Path folder;
  private final Layout layout;
  private final KeyFolder keys;
  private final RepositoryServer server;

  private ReleaseDepot(
      Path folder, Layout layout, KeyFolder keys, Path root, RepositoryServer server) {
    this.folder = folder;
    this.layout = layout;
    this.keys = keys;
    this.root = root;
    this.server = server;
  }

  /// One without releases, published.
  static ReleaseDepot open(Path folder) throws Exception {
    var layout = new Layout(Files.createDirectories(folder.resolve("repository")));
    var keys = new KeyFolder(folder.resolve("repository-keys"));
    var staging = new Staging(layout, Clock.systemUTC());
    staging.init(Map.of(), keys);
    staging.sign(keys.all());
    new Publisher(layout, Clock.systemUTC()).publish(keys.all());
    Path root = folder.resolve("1.root.json");
    Files.write(root, RepositoryCheck.firstRoot(layout));
    return new ReleaseDepot(folder, layout, keys, root, RepositoryServer.start(layout, 0));
  }

  URI address() {
    return server.address();
  }

  /// Makes an app as it lies on a terminal.
  ///
  /// @param starter program and arguments
  Path image(String name, List<String> starter) throws IOException {
    Path image = folder.resolve("images").resolve(name);
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib"));
    Path start = image.resolve("bin/start");
    Files.writeString(start, "#!/bin/sh\nexec \"" + String.join("\" \"", starter) + "\" \"$@\"\n");
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
    var library = new byte[LIBRARY_BYTES];
    new Random(1).nextBytes(library);
    System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, library, 1000, 1);
    Files.write(image.resolve("lib/library.jar.bin"), library);
    return image;
  }

  /// Adds a release, signs and publishes it.
  synchronized Manifest release(ReleaseKind kind, String version, Path image) throws Exception {
    Manifest manifest =
        new Releases(layout, Clock.systemUTC(), _ -> {}).add(new ReleaseId(kind, version), image);
    publish();
    return manifest;
  }

  /// Takes a release of the app back.
  synchronized void revoke(String version) throws Exception {
    new Releases(layout, Clock.systemUTC(), _ -> {})
        .revoke(new ReleaseId(ReleaseKind.APP, version));
    publish();
  }

  private void publish() throws Exception {
    new Staging(layout, Clock.systemUTC()).sign(keys.all());
    new Publisher(layout, Clock.systemUTC()).publish(keys.all());
  }

  /// The signed direction that names a release.
  static ByteString direction(
      long version, Manifest manifest, int attempt, Urgency urgency, CommandSigner signer)
      throws Exception {
    Instant now = Clock.systemUTC().instant();
    String hash = Hashes.of(manifest.toBytes()).prefix();
    var assignment =
        new Assignment(
            manifest.id().kind().word(),
            manifest.id().version(),
            ByteString.copyFrom(HexFormat.of().parseHex(hash)),
            attempt,
            now.minus(Duration.ofMinutes(1)),
            urgency);
    return DirectionCodec.sign(
        new Direction(
            AgentBench.GROUP,
            AgentBench.NODE,
            version,
            now.minus(Duration.ofMinutes(1)),
            now.plus(Duration.ofDays(7)),
            List.of(assignment)),
        signer);
  }

  @Override
  public void close() {
    server.close();
  }
}
