package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.update.trust.Refusal;
import org.jiujin.update.trust.TargetDownload;
import org.jiujin.update.trust.TrustLimits;
import org.jiujin.update.trust.TrustListener;
import org.jiujin.update.trust.TrustedRepository;
import org.jiujin.update.trust.TufClient;
import org.jiujin.update.trust.UpdateRefused;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jiujin.update.trust.source.HttpSource;
import org.jiujin.update.trust.source.Pace;
import org.jiujin.update.trust.source.RepositorySource;
import org.jiujin.update.trust.store.FolderStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets releases of one kind from the repository. What is fetched must be signed by those who may release it, and be exactly what the
/// direction names.
///
/// The connection lives as long as one fetch: a terminal that waits for weeks needs no client meanwhile. For one thread.
final class RepositoryFetcher implements Fetcher {
  private static final Logger LOG = LoggerFactory.getLogger(RepositoryFetcher.class);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);
  private static final Duration PATCH_LIMIT = Duration.ofMinutes(5);

  private final ReleaseKind kind;
  private final UpdateSettings settings;
  private final Path shipped;
  private final SlotFolder slots;
  private final Path metadata;
  private final InstantSource clock;

  /// @param shipped what came with the machine
  /// @param metadata a folder that exists; the slots have no part in it
  RepositoryFetcher(
      ReleaseKind kind,
      UpdateSettings settings,
      Path shipped,
      SlotFolder slots,
      Path metadata,
      InstantSource clock) {
    this.kind = kind;
    this.settings = settings;
    this.shipped = shipped;
    this.slots = slots;
    this.metadata = metadata;
    this.clock = clock;
  }

  @Override
  public long fetch(Assignment assignment, Set<Long> needed)
      throws NotBuilt, IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      try {
        RepositorySource content =
            new CappedSource(
                new HttpSource(client, below("targets"), Pace.TARGETS), settings.bytesPerSecond());
        Build build = manifest(assignment, client, content);
        return builder(content).build(build, held(build.manifest()), needed);
      } finally {
        client.shutdownNow();
      }
    }
  }

  @Override
  public void tidy(Set<Long> needed) throws IOException {
    slots.removeAllBut(needed);
  }

  private SlotBuilder builder(RepositorySource content) {
    return new SlotBuilder(slots, content, new PatchProcess(PATCH_LIMIT), settings.diskFloor());
  }

  /// What came with the machine is of use for the first release only; later ones know what they have.
  private HeldContent held(Manifest manifest) throws IOException {
    HeldContent held = HeldContent.of(slots);
    if (held.isEmpty()) {
      held.addShipped(shipped, manifest);
    }
    return held;
  }

  private Build manifest(Assignment assignment, HttpClient client, RepositorySource content)
      throws NotBuilt, IOException {
    var id = new ReleaseId(kind, assignment.version());
    try {
      TrustedRepository trusted = refresh(client);
      Optional<TargetFile> target = trusted.find(id.target());
      if (target.isEmpty()) {
        throw new NotBuilt("revoked", "the repository has no " + id);
      }
      return read(id, assignment, target.get(), new TargetDownload(content, true, metadata));
    } catch (UpdateRefused e) {
      throw NotBuilt.of(e);
    }
  }

  private static Build read(
      ReleaseId id, Assignment assignment, TargetFile target, TargetDownload download)
      throws NotBuilt, UpdateRefused, IOException {
    String meant = HexFormat.of().formatHex(assignment.manifest().toByteArray());
    if (!meant.equals(target.hashes().digits().get(Hashes.Algorithm.SHA256))) {
      throw new NotBuilt("wrong-manifest", "the repository has another %s".formatted(id));
    }
    if (target.length() > Manifest.MOST_BYTES) {
      throw new NotBuilt("damaged", "the manifest of %s is too long".formatted(id));
    }
    Path file = download.download(target);
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new Build(ByteString.copyFrom(bytes), Manifest.read(id, bytes));
    } catch (MalformedJson e) {
      throw new NotBuilt("damaged", e.toString());
    } finally {
      Files.delete(file);
    }
  }

  /// Begins with the root that came with the machine, and again when what is kept of the repository cannot be read.
  private TrustedRepository refresh(HttpClient client) throws UpdateRefused, IOException {
    var store = new FolderStore(metadata);
    var tuf =
        new TufClient(
            store,
            new HttpSource(client, below("metadata"), Pace.METADATA),
            TrustLimits.TERMINAL,
            clock,
            new Told());
    try {
      return tuf.refresh();
    } catch (UpdateRefused e) {
      if (e.reason() != Refusal.NO_TRUSTED_ROOT) {
        throw e;
      }
      LOG.info("the repository is trusted by the root that came with the machine");
      TufClient.trust(Files.readAllBytes(settings.root()), store);
      return tuf.refresh();
    }
  }

  private URI below(String folder) {
    String address = settings.repository().toString();
    return URI.create(address + (address.endsWith("/") ? "" : "/") + folder);
  }

  private static final class Told implements TrustListener {
    @Override
    public void discarded(String role, String why) {
      LOG.warn("what was kept of {} is not used: {}", role, why);
    }

    @Override
    public void rootTrusted(long version, boolean rotated) {
      LOG.info("root {} of the repository is trusted", version);
    }
  }
}
