package org.jiujin.update.repository;

import java.nio.file.Path;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.source.RepositoryPath;

/// Where things are in a repository on the disk of whoever writes it.
///
/// ```
/// web/metadata/   N.root.json, N.snapshot.json, N.ROLE.json, timestamp.json: what a web server serves; written once, but for the last
/// web/targets/    KIND/HASH.VERSION.json: manifests, TUF's targets
///                 files/ab/HASH, patches/ab/HASH: what manifests name
/// staged/         ROLE.json: metadata that waits for signatures
/// ```
///
/// @param root the folder
public record Layout(Path root) {
  /// What a web server serves.
  public Path web() {
    return root.resolve("web");
  }

  Path metadata() {
    return web().resolve("metadata");
  }

  /// A metadata file by its version.
  Path metadata(String role, long version) {
    return metadata().resolve(version + "." + role + ".json");
  }

  Path timestamp() {
    return metadata().resolve("timestamp.json");
  }

  Path targets() {
    return web().resolve("targets");
  }

  /// A target in consistent snapshots, its hash before its name.
  Path target(TargetFile file) {
    return targets()
        .resolve(
            String.join(
                "/",
                RepositoryPath.of(file.path()).prefixed(file.hashes().prefix() + ".").names()));
  }

  Path staged() {
    return root.resolve("staged");
  }

  Path staged(String role) {
    return staged().resolve(role + ".json");
  }
}
