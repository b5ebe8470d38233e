package org.jiujin.update.trust.release;

import java.util.List;

/// One file of a release.
///
/// @param path where it is in the image, as [Manifest] allows
/// @param length in bytes
/// @param sha256 64 lower-case hexadecimal digits
/// @param executable whether its owner may run it
/// @param patches from files of earlier releases; each shorter than the file
public record ReleaseFile(
    String path, long length, String sha256, boolean executable, List<FilePatch> patches) {
  /// Keeps a copy.
  public ReleaseFile {
    patches = List.copyOf(patches);
  }
}
