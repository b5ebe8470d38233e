package org.jiujin.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The numbered pictures of one playing.
final class Album {
  private final Path folder;
  private int pictures;

  /// @param folder an existing folder
  Album(Path folder) {
    this.folder = folder;
  }

  /// Keeps a picture under the next number.
  ///
  /// @param name what it shows; becomes part of the file name
  /// @return the file
  Path keep(String name, byte[] png) {
    pictures++;
    String safe = name.replaceAll("[^A-Za-z0-9.-]", "-");
    Path file = folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, safe));
    try {
      return Files.write(file, png);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
