package org.jiujin.console.configuration;

import java.time.Instant;
import org.jiujin.fleet.configuration.Configuration;

/// How one terminal shall be, and how the sending of it went.
///
/// @param digest of its values
/// @param outcome of sending: empty, `sent`, or how the terminal's command ended, `refused bad-value` for example
public record Desired(Configuration configuration, String digest, String outcome) {
  /// The number of this state; see [Configuration#version].
  public long version() {
    return configuration.version();
  }

  /// Since when it is wanted.
  public Instant issuedAt() {
    return configuration.issuedAt();
  }

  /// Whether this terminal says that it is as wanted.
  ///
  /// @param reportedVersion what it reports as `fleet/config_version`
  /// @param reportedDigest what it reports as `fleet/config_digest`
  public boolean isReported(long reportedVersion, String reportedDigest) {
    return version() == reportedVersion && digest.equals(reportedDigest);
  }
}
