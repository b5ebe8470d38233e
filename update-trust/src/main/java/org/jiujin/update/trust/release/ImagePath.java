package org.jiujin.update.trust.release;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a path in an image may be. Such paths come from outside and become paths on this machine.
final class ImagePath {
  private static final int LONGEST = 200;
  private static final String FORBIDDEN = "\\:*?\"<>|"; // Windows refuses them
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private ImagePath() {}

  /// Whether it is relative, stays below its root, and means the same on every file system.
  static boolean isOne(String path) {
    return !path.isEmpty()
        && path.length() <= LONGEST
        && List.of(path.split("/", -1)).stream().allMatch(ImagePath::isName);
  }

  /// Two paths with one key are one file on some file systems.
  static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.endsWith(".") // also the names of the folder and of the one above
        && !name.endsWith(" ")
        && name.chars().allMatch(ImagePath::isAllowed)
        && !DEVICES.contains(key(name.split("\\.", 2)[0]));
  }

  private static boolean isAllowed(int letter) {
    return letter >= ' ' && letter < 0x7F && FORBIDDEN.indexOf(letter) < 0;
  }
}
