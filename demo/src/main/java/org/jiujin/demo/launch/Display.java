package org.jiujin.demo.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Whether this machine can show a window.
public final class Display {
  /// What JavaFX needs for windows on Linux.
  private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

  /// Where distributions keep libraries.
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu"),
          Path.of("/usr/lib/aarch64-linux-gnu"),
          Path.of("/usr/lib64"),
          Path.of("/usr/lib"));

  private Display() {}

  /// True when there is a display that JavaFX can open a window on.
  public static boolean canShowWindows() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return !linux || (!display().isEmpty() && LIBRARIES.stream().allMatch(Display::isThere));
  }

  private static boolean isThere(String library) {
    return FOLDERS.stream().anyMatch(folder -> Files.exists(folder.resolve(library)));
  }

  private static String display() {
    String display = System.getenv("DISPLAY");
    return display == null ? "" : display;
  }
}
