package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.update.trust.TrustLimits;
import org.jiujin.update.trust.TrustListener;
import org.jiujin.update.trust.TrustedRepository;
import org.jiujin.update.trust.TufClient;
import org.jiujin.update.trust.UpdateRefused;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jiujin.update.trust.source.FolderSource;
import org.jiujin.update.trust.source.RepositorySource;
import org.jiujin.update.trust.store.MemoryStore;

/// Looks at a repository as a terminal does that knows only a root.
public final class RepositoryCheck {
  private final Layout layout;
  private final InstantSource clock;

  /// @param clock says what has expired
  public RepositoryCheck(Layout layout, InstantSource clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /// The root that terminals are shipped with.
  ///
  /// @throws RepositoryException if nothing is published yet
  public static byte[] firstRoot(Layout layout) throws RepositoryException, IOException {
    Path first = layout.metadata(TopRole.ROOT.word(), 1);
    if (!Files.exists(first)) {
      throw new RepositoryException(
          layout.root() + " has nothing published; ./kiosk repo publish does that");
    }
    return Files.readAllBytes(first);
  }

  /// Reads all metadata, the delegated roles as well.
  ///
  /// @throws RepositoryException if a terminal would refuse it
  TrustedRepository metadata(RepositorySource source, byte[] root)
      throws RepositoryException, IOException {
    var store = new MemoryStore();
    try {
      TufClient.trust(root, store);
      TrustedRepository trusted =
          new TufClient(store, source, TrustLimits.TERMINAL, clock, TrustListener.NONE).refresh();
      for (ReleaseKind kind : ReleaseKind.values()) {
        trusted.find(new ReleaseId(kind, "any").target());
      }
      return trusted;
    } catch (UpdateRefused e) {
      throw new RepositoryException(
          "a terminal would refuse this: %s: %s".formatted(e.reason(), e.getMessage()));
    }
  }

  /// Checks everything that is published: metadata, manifests, files and patches.
  ///
  /// @param root the one that terminals have
  /// @param progress hears a line per release
  /// @return what is wrong with content, a line each; empty when nothing is
  /// @throws RepositoryException if the metadata itself would be refused
  public List<String> all(byte[] root, Consumer<String> progress)
      throws RepositoryException, IOException {
    TrustedRepository trusted = metadata(new FolderSource(layout.metadata()), root);
    var releases = new Releases(layout, clock, progress);
    List<String> problems = new ArrayList<>();
    Set<String> checked = new HashSet<>();
    for (Releases.Listed release : releases.all()) {
      ReleaseId id = release.manifest().id();
      TargetFile target = release.target();
      try {
        if (trusted.find(target.path()).filter(target::equals).isEmpty()) {
          progress.accept(id + " is staged");
          continue;
        }
      } catch (UpdateRefused e) {
        throw new RepositoryException(id + " would be refused: " + e.getMessage());
      }
      if (!target.hashes().match(Files.readAllBytes(layout.target(target)))) {
        problems.add("the manifest of %s is not the one that was signed".formatted(id));
      }
      for (ReleaseFile file : release.manifest().files()) {
        check(ContentAddress.of(file), file.length(), file.sha256(), checked, problems);
        for (FilePatch patch : file.patches()) {
          check(ContentAddress.of(patch), patch.length(), patch.sha256(), checked, problems);
        }
      }
      progress.accept(id + " is published");
    }
    return problems;
  }

  private void check(
      String address, long length, String sha256, Set<String> checked, List<String> problems)
      throws IOException {
    if (!checked.add(address)) {
      return;
    }
    Path file = layout.targets().resolve(address);
    if (!Files.isRegularFile(file)) {
      problems.add(address + " is missing");
    } else if (Files.size(file) != length || !Content.sha256(file).equals(sha256)) {
      problems.add(address + " is damaged");
    }
  }
}
