package org.jiujin.update.repository;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many keys a role has, and how many of them must sign.
///
/// @param threshold at least 1, at most `keys`
public record KeyQuorum(int threshold, int keys) {
  /// One key that signs alone.
  public static final KeyQuorum ONE = new KeyQuorum(1, 1);

  private static final Pattern WRITTEN = Pattern.compile("([1-9])/([1-9])");

  /// @throws IllegalArgumentException if it can never be reached
  public KeyQuorum {
    if (threshold < 1 || threshold > keys) {
      throw new IllegalArgumentException("a threshold is between 1 and the number of keys");
    }
  }

  /// Reads `2/3`.
  ///
  /// @throws RepositoryException if it is not two digits, the first not above the second
  public static KeyQuorum read(String written) throws RepositoryException {
    Matcher read = WRITTEN.matcher(written);
    if (read.matches() && read.group(1).compareTo(read.group(2)) <= 0) {
      return new KeyQuorum(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)));
    }
    throw new RepositoryException(
        written + " is no quorum; write the threshold and the number of keys, like 2/3");
  }
}
