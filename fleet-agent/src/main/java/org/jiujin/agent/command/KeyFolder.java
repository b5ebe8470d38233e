package org.jiujin.agent.command;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jiujin.fleet.command.TrustedKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the keys of those who may command, every time anew, and complains once about each that is none. Thread-safe.
public final class KeyFolder implements Supplier<TrustedKeys> {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);

  private final @Nullable Path folder;
  private final Set<String> complained = ConcurrentHashMap.newKeySet();

  /// @param folder null when nobody may command
  public KeyFolder(@Nullable Path folder) {
    this.folder = folder;
  }

  @Override
  public TrustedKeys get() {
    if (folder == null) {
      return TrustedKeys.NONE;
    }
    TrustedKeys.Reading reading = TrustedKeys.read(folder);
    reading.complaints().stream().filter(complained::add).forEach(LOG::warn);
    return reading.keys();
  }
}
