package org.jiujin.update.trust.release;

import java.util.regex.Pattern;

/// Which release: what it is of, and its version.
///
/// @param version a name; which of two is newer, the direction of a terminal says and not the name
public record ReleaseId(ReleaseKind kind, String version) {
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
  private static final String SUFFIX = ".json";

  /// @throws IllegalArgumentException if the version is not 1 to 64 letters, digits and `.+_-`, the first a letter or a digit
  public ReleaseId {
    if (!isVersion(version)) {
      throw new IllegalArgumentException("not a version");
    }
  }

  /// Whether a release may have this version.
  public static boolean isVersion(String version) {
    return VERSION.matcher(version).matches();
  }

  /// The target whose content is the manifest.
  public String target() {
    return kind.word() + "/" + version + SUFFIX;
  }

  @Override
  public String toString() {
    return kind.word() + " " + version;
  }
}
