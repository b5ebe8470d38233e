package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import org.jiujin.fleet.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/// A configuration whose signature was checked, with the bytes that were checked.
///
/// @param signed a [org.jiujin.fleet.command.SignedDocument] as it came, as it is kept
record Document(Configuration configuration, ByteString signed) {
  long version() {
    return configuration.version();
  }

  /// Whether both say the same; one may have been signed again.
  boolean says(@Nullable Document other) {
    return other != null && configuration.equals(other.configuration);
  }
}
