package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import org.jiujin.fleet.update.Assignment;

/// Exactly one release: two of one name are told apart by their manifests.
///
/// @param version its name among the releases of its kind
/// @param manifest the SHA-256 of its manifest, 32 bytes
record ReleaseRef(String version, ByteString manifest) {
  static ReleaseRef of(Assignment assignment) {
    return new ReleaseRef(assignment.version(), assignment.manifest());
  }

  boolean isMeantBy(Assignment assignment) {
    return equals(of(assignment));
  }
}
