package org.jiujin.demo.peer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Chromium of this machine and the driver that belongs to it. Nothing is downloaded.
///
/// @param driver chromedriver of the same version
record Browser(Path program, Path driver) {
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

  /// Looks on the PATH, then where Debian puts them.
  ///
  /// @throws IOException if one of them is missing
  static Browser find() throws IOException {
    return new Browser(find(PROGRAMS, "chromium"), find(DRIVERS, "chromium-driver"));
  }

  private static Path find(List<String> names, String debianPackage) throws IOException {
    return names.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IOException(
                names.getFirst() + " is missing; on Debian it is in the package " + debianPackage));
  }

  private static Stream<Path> folders() {
    String path = System.getenv("PATH");
    Stream<Path> named =
        path == null ? Stream.empty() : Stream.of(path.split(File.pathSeparator, -1)).map(Path::of);
    return Stream.concat(named, Stream.of(Path.of("/usr/bin")));
  }
}
