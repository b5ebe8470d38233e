package org.jiujin.update.trust.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps metadata as long as the program runs: for a look at a repository that shall leave nothing behind. For one thread.
public final class MemoryStore implements TrustStore {
  private final Map<String, byte[]> roles = new HashMap<>();
  private @Nullable Instant clock;

  @Override
  public Optional<byte[]> role(String role) {
    return Optional.ofNullable(roles.get(role)).map(byte[]::clone);
  }

  @Override
  public void keep(String role, byte[] file) {
    roles.put(role, file.clone());
  }

  @Override
  public void drop(String role) {
    roles.remove(role);
  }

  @Override
  public Optional<Instant> clock() {
    return Optional.ofNullable(clock);
  }

  @Override
  public void keepClock(Instant time) {
    clock = time;
  }
}
