package org.jiujin.update.trust.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// What a client keeps of the metadata that it trusts, byte for byte as it came. One client at a time.
///
/// Every change is whole and on the medium when the call returns. What is read is checked again before it is trusted.
public interface TrustStore {
  /// The file of a role; empty when there is none, or it is longer than any that was kept.
  ///
  /// @param role its name, of whatever characters
  Optional<byte[]> role(String role) throws IOException;

  /// Keeps the file of a role in place of the one before.
  void keep(String role, byte[] file) throws IOException;

  /// Forgets the file of a role, if there is one.
  void drop(String role) throws IOException;

  /// The latest time at which everything was trusted; empty when that never was, or what was noted cannot be read.
  Optional<Instant> clock() throws IOException;

  /// Notes the time at which everything was trusted.
  void keepClock(Instant time) throws IOException;
}
