package org.jiujin.update.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.source.RepositorySource;

/// A client that trusts a repository's first root, its store in memory and its clock at hand.
final class ClientUnderTest {
  final DyingStore store = new DyingStore();
  final List<String> heard = new ArrayList<>();
  Instant now = TestRepository.NOW;
  TrustLimits limits = TrustLimits.TERMINAL;

  static ClientUnderTest trusting(TestRepository repository) {
    var client = new ClientUnderTest();
    try {
      TufClient.trust(repository.root(1), client.store);
    } catch (UpdateRefused | IOException e) {
      throw new AssertionError(e);
    }
    return client;
  }

  TrustedRepository refresh(RepositorySource source) {
    try {
      return client(source).refresh();
    } catch (UpdateRefused | IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Refreshes, and looks for a target.
  Optional<TargetFile> finds(RepositorySource source, String path) {
    try {
      return refresh(source).find(path);
    } catch (UpdateRefused | IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Refreshes, and checks that it is refused for this reason.
  UpdateRefused refuses(Refusal reason, RepositorySource source) {
    UpdateRefused refused = assertThrows(UpdateRefused.class, () -> client(source).refresh());
    assertEquals(reason, refused.reason(), refused.getMessage());
    return refused;
  }

  TufClient client(RepositorySource source) {
    return new TufClient(store, source, limits, () -> now, listener());
  }

  private TrustListener listener() {
    return new TrustListener() {
      @Override
      public void discarded(String role, String why) {
        heard.add("discarded " + role);
      }

      @Override
      public void rootTrusted(long version, boolean rotated) {
        heard.add("root " + version + (rotated ? " rotated" : ""));
      }
    };
  }

  /// Versions of what is kept: root, timestamp, snapshot, targets.
  List<Long> kept() {
    return List.of(
        store.version("root"),
        store.version("timestamp"),
        store.version("snapshot"),
        store.version("targets"));
  }
}
