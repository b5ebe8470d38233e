package org.jiujin.benchmark;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.DirectionCodec;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.update.repository.KeyFolder;
import org.jiujin.update.repository.Layout;
import org.jiujin.update.repository.Publisher;
import org.jiujin.update.repository.Releases;
import org.jiujin.update.repository.RepositoryCheck;
import org.jiujin.update.repository.RepositoryException;
import org.jiujin.update.repository.RepositoryServer;
import org.jiujin.update.repository.Staging;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;

/// A repository with its keys and its web server, and somebody who may direct terminals.
final class UpdateDepot implements AutoCloseable {
  private static final String KEY = "console-1";

  private final Path folder;
  private final Layout layout;
  private final KeyFolder keys;
  private final RepositoryServer server;
  private final KeyPair console;
  private long directions;

  private UpdateDepot(
      Path folder, Layout layout, KeyFolder keys, RepositoryServer server, KeyPair console) {
    this.folder = folder;
    this.layout = layout;
    this.keys = keys;
    this.server = server;
    this.console = console;
  }

  static UpdateDepot open(Path folder)
      throws IOException, RepositoryException, GeneralSecurityException {
    var layout = new Layout(Files.createDirectories(folder.resolve("repository")));
    var keys = new KeyFolder(folder.resolve("keys"));
    new Staging(layout, Clock.systemUTC()).init(Map.of(), keys);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair console = generator.generateKeyPair();
    Path halves = Files.createDirectories(folder.resolve("command-keys"));
    Files.writeString(
        halves.resolve(KEY + ".pem"),
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(console.getPublic().getEncoded())));
    var depot = new UpdateDepot(folder, layout, keys, RepositoryServer.start(layout, 0), console);
    depot.publish();
    Files.write(depot.root(), RepositoryCheck.firstRoot(layout));
    return depot;
  }

  int port() {
    return server.address().getPort();
  }

  /// The first root.
  Path root() {
    return folder.resolve("1.root.json");
  }

  Path commandKeys() {
    return folder.resolve("command-keys");
  }

  /// Adds a release, signs and publishes it.
  Manifest release(String version, Path image) throws IOException, RepositoryException {
    Manifest manifest =
        new Releases(layout, Clock.systemUTC(), _ -> {})
            .add(new ReleaseId(ReleaseKind.APP, version), image);
    publish();
    return manifest;
  }

  private void publish() throws IOException, RepositoryException {
    new Staging(layout, Clock.systemUTC()).sign(keys.all());
    new Publisher(layout, Clock.systemUTC()).publish(keys.all());
  }

  /// A direction for the terminal of the benchmark.
  ByteString direction(Manifest manifest) throws GeneralSecurityException {
    directions++;
    Instant now = Clock.systemUTC().instant();
    String hash = Hashes.of(manifest.toBytes()).prefix();
    var assignment =
        new Assignment(
            manifest.id().kind().word(),
            manifest.id().version(),
            ByteString.copyFrom(HexFormat.of().parseHex(hash)),
            1,
            now,
            Urgency.SOON);
    return DirectionCodec.sign(
        new Direction(
            UpdatingTerminal.GROUP,
            UpdatingTerminal.NAME,
            directions,
            now,
            now.plus(Duration.ofDays(1)),
            List.of(assignment)),
        new CommandSigner(console.getPrivate(), KEY, SignatureAlgorithm.ECDSA_P256));
  }

  @Override
  public void close() {
    server.close();
  }
}
