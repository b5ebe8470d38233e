package org.jiujin.update.trust.release;

/// Where content is in a repository, below the address of its targets. One file for each content, whatever releases it is in.
public final class ContentAddress {
  private ContentAddress() {}

  /// The whole file, for example `files/4b/4bf5…`.
  public static String of(ReleaseFile file) {
    return at("files", file.sha256());
  }

  /// The patch, for example `patches/9c/9c12…`.
  public static String of(FilePatch patch) {
    return at("patches", patch.sha256());
  }

  private static String at(String folder, String sha256) {
    return folder + "/" + sha256.substring(0, 2) + "/" + sha256;
  }
}
