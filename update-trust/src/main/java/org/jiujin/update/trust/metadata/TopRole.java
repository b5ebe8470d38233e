package org.jiujin.update.trust.metadata;

import java.util.Arrays;

/// The four roles that a root gives keys to.
public enum TopRole {
  /// Gives the keys.
  ROOT("root"),
  /// Says often which snapshot is the newest.
  TIMESTAMP("timestamp"),
  /// Says which versions of all targets metadata belong together.
  SNAPSHOT("snapshot"),
  /// Says which files there are, and who else may say so.
  TARGETS("targets");

  private final String word;

  TopRole(String word) {
    this.word = word;
  }

  /// Its name in metadata and in file names.
  public String word() {
    return word;
  }

  static boolean isOne(String word) {
    return Arrays.stream(values()).anyMatch(role -> role.word.equals(word));
  }
}
