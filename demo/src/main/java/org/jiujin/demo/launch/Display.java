package org.jiujin.demo.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Whether this machine can show a window.
public final class Display {
  /// Where distributions keep GTK, which JavaFX needs for windows on Linux.
  private static final List<Path> GTK =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0"),
          Path.of("/usr/lib/aarch64-linux-gnu/libgtk-3.so.0"),
          Path.of("/usr/lib64/libgtk-3.so.0"),
          Path.of("/usr/lib/libgtk-3.so.0"));

  private Display() {}

  /// True when there is a display that JavaFX can open a window on.
  public static boolean canShowWindows() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return !linux || (!display().isEmpty() && GTK.stream().anyMatch(Files::exists));
  }

  private static String display() {
    String display = System.getenv("DISPLAY");
    return display == null ? "" : display;
  }
}
