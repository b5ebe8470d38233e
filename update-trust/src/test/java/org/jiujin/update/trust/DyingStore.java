package org.jiujin.update.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.store.TrustStore;
import org.jspecify.annotations.Nullable;

/// Keeps metadata in memory, and dies before or after a change when it is told to.
final class DyingStore implements TrustStore {
  final Map<String, byte[]> files = new HashMap<>();
  @Nullable Instant clock;
  int changes;

  /// The number of the change that does not happen; those before do. -1 for never.
  int diesAt = -1;

  @Override
  public Optional<byte[]> role(String role) {
    return Optional.ofNullable(files.get(role)).map(byte[]::clone);
  }

  @Override
  public void keep(String role, byte[] file) throws IOException {
    change();
    files.put(role, file.clone());
  }

  @Override
  public void drop(String role) throws IOException {
    change();
    files.remove(role);
  }

  @Override
  public Optional<Instant> clock() {
    return Optional.ofNullable(clock);
  }

  @Override
  public void keepClock(Instant time) throws IOException {
    change();
    clock = time;
  }

  /// The version of what is kept of a role; 0 when there is nothing.
  long version(String role) {
    try {
      byte[] file = files.get(role);
      return file == null ? 0 : Envelope.read(file).signed().whole("version", 1);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private void change() throws IOException {
    if (changes == diesAt) {
      throw new IOException("the power is gone");
    }
    changes++;
  }
}
