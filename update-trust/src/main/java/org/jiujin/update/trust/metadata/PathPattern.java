package org.jiujin.update.trust.metadata;

/// The patterns of delegations: `*` stands for any number of characters, `?` for one, neither for a slash; letters have their case.
/// The dot at the beginning of a name is not special.
final class PathPattern {
  private PathPattern() {}

  /// Whether the pattern stands for the path. Takes at worst time in proportion to the product of both lengths.
  static boolean matches(String pattern, String path) {
    String[] wanted = pattern.split("/", -1);
    String[] names = path.split("/", -1);
    if (wanted.length != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!nameMatches(wanted[i], names[i])) {
        return false;
      }
    }
    return true;
  }

  /// Goes back to the latest star only: what an earlier star took can stay as it is.
  private static boolean nameMatches(String pattern, String name) {
    int inPattern = 0;
    int inName = 0;
    int star = -1;
    int starTook = 0;
    while (inName < name.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        star = inPattern;
        starTook = inName;
        inPattern++;
      } else if (inPattern < pattern.length()
          && fits(pattern.charAt(inPattern), name.charAt(inName))) {
        inPattern++;
        inName++;
      } else if (star >= 0) {
        starTook++;
        inName = starTook;
        inPattern = star + 1;
      } else {
        return false;
      }
    }
    return pattern.substring(inPattern).chars().allMatch(rest -> rest == '*');
  }

  private static boolean fits(char wanted, char there) {
    return wanted == '?' || wanted == there;
  }
}
