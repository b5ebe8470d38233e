package org.jiujin.update.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.testkit.NpmProgram;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// npm's tuf-js reads the repository that we write, over HTTP, through a rotation of every key.
@Timeout(180) // the first time npm fetches the libraries
class NpmPeerTest {
  @TempDir Path folder;

  @Test
  void tufJsReadsOurRepository() throws Exception {
    NpmProgram peer = NpmProgram.tufPeer();
    peer.install();
    TestRepository repository = TestRepository.published(folder);
    // tuf-js asks the machine's clock
    repository.sleep(Duration.between(repository.instant(), Clock.systemUTC().instant()));
    for (String role : Staging.delegated()) {
      repository.staging().renew(role);
    }
    repository.release();
    byte[] text = "就近办".getBytes(StandardCharsets.UTF_8);
    Manifest manifest =
        repository.add(ReleaseKind.APP, "1.0", repository.image("image", Map.of("a", text)));
    repository.release();
    for (String role : Staging.roles()) {
      repository
          .staging()
          .rotate(
              role, RepositoryStatus.quorum(repository.layout, role), List.of(), repository.keys);
    }
    repository.release();
    Path trusting = Files.createDirectory(folder.resolve("trusting"));
    Files.write(trusting.resolve("root.json"), repository.firstRoot());
    try (RepositoryServer server = RepositoryServer.start(repository.layout, 0)) {
      Process reader =
          peer.run(
              "read",
              server.address() + "metadata",
              server.address() + "targets",
              trusting.toAbsolutePath().toString(),
              "app/1.0.json",
              "app/2.0.json",
              "theme/1.0.json");
      try (Stream<String> said = reader.inputReader(StandardCharsets.UTF_8).lines()) {
        assertEquals(
            List.of(
                "app/1.0.json " + new String(manifest.toBytes(), StandardCharsets.UTF_8),
                "none app/2.0.json",
                "none theme/1.0.json"),
            said.toList());
      } finally {
        reader.destroyForcibly();
      }
    }
  }
}
