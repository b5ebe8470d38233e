package org.jiujin.console.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the console wants of its terminals. From any thread.
public interface Configurations {
  /// What is wanted of the terminal of this name; empty when its own files count alone.
  Optional<Desired> of(String terminal);

  /// What is wanted of each terminal of which anything is, by its name.
  Map<String, Wanted> wanted();

  /// What is wrong with the files; while it is, the last good reading counts. Empty when all is well.
  List<String> complaints();

  /// As much as is needed to see whether a terminal is as wanted.
  record Wanted(long version, String digest) {
    /// Whether this terminal says that it is.
    ///
    /// @param reportedVersion what it reports as `fleet/config_version`
    /// @param reportedDigest what it reports as `fleet/config_digest`
    public boolean isReported(long reportedVersion, String reportedDigest) {
      return version == reportedVersion && digest.equals(reportedDigest);
    }
  }
}
