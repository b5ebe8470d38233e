package org.jiujin.update.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sigstore.tuf.FileSystemTufStore;
import dev.sigstore.tuf.HttpFetcher;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.PassthroughCacheMetaStore;
import dev.sigstore.tuf.RootProvider;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.Updater;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// sigstore-java's TUF updater follows the repository that we write, over HTTP, through a rotation of every key. It knows the top-level roles
/// only; of releases, which are delegated, it sees no more than that their signers are named.
@Timeout(120)
class SigstorePeerTest {
  @TempDir Path folder;

  @Test
  void sigstoreFollowsTheTopLevelRoles() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    // sigstore-java is given a clock, but asks that of the machine too
    repository.sleep(Duration.between(repository.instant(), Clock.systemUTC().instant()));
    for (String role : Staging.delegated()) {
      repository.staging().renew(role);
    }
    repository.release();
    Path root = folder.resolve("root.json");
    Files.write(root, repository.firstRoot());
    try (RepositoryServer server = RepositoryServer.start(repository.layout, 0)) {
      update(root, server.address());
      assertEquals(published(repository), versions());
      byte[] text = "就近办".getBytes(StandardCharsets.UTF_8);
      repository.add(ReleaseKind.APP, "1.0", repository.image("image", Map.of("a", text)));
      for (String role : Staging.roles()) {
        repository
            .staging()
            .rotate(
                role, RepositoryStatus.quorum(repository.layout, role), List.of(), repository.keys);
      }
      repository.release();
      update(root, server.address());
      assertEquals(published(repository), versions());
    }
  }

  /// With what it kept of the time before.
  private void update(Path root, URI address) throws Exception {
    FileSystemTufStore store =
        FileSystemTufStore.newFileSystemStore(Files.createDirectories(folder.resolve("trusting")));
    Updater.builder()
        .setTrustedRootPath(RootProvider.fromFile(root))
        .setTrustedMetaStore(
            TrustedMetaStore.newTrustedMetaStore(
                PassthroughCacheMetaStore.newPassthroughMetaCache(store)))
        .setTargetStore(store)
        .setMetaFetcher(
            MetaFetcher.newFetcher(HttpFetcher.newFetcher(address.resolve("metadata/"))))
        .setTargetFetcher(HttpFetcher.newFetcher(address.resolve("targets/")))
        .build()
        .updateMeta();
  }

  /// Of root, timestamp, snapshot and targets, as it keeps them.
  private List<Long> versions() throws Exception {
    List<Long> versions = new ArrayList<>();
    for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
      byte[] kept = Files.readAllBytes(folder.resolve("trusting/" + role + ".json"));
      versions.add(JsonReader.object(kept).object("signed").whole("version", 1));
    }
    return versions;
  }

  private static List<Long> published(TestRepository repository) throws Exception {
    Path metadata = repository.layout.metadata();
    var timestamp = JsonReader.object(Files.readAllBytes(metadata.resolve("timestamp.json")));
    long snapshot =
        timestamp.object("signed").object("meta").object("snapshot.json").whole("version", 1);
    var meta =
        JsonReader.object(Files.readAllBytes(metadata.resolve(snapshot + ".snapshot.json")))
            .object("signed")
            .object("meta");
    long root = 1;
    while (Files.exists(metadata.resolve(root + 1 + ".root.json"))) {
      root++;
    }
    return List.of(
        root,
        timestamp.object("signed").whole("version", 1),
        snapshot,
        meta.object("targets.json").whole("version", 1));
  }
}
