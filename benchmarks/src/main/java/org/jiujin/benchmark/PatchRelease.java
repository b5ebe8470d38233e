package org.jiujin.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Two images of the app: one as it is packaged, and one with what a patch release changes: a tenth of the app's own classes and texts, and
/// a tenth of a library of about a megabyte, and in each of these a twentieth of the content, in four places, which is more than a
/// compiler changes when somebody mends a few lines.
///
/// Each image has `bin/start`, which starts a stand-in instead of the app.
final class PatchRelease {
  private static final long SEED = 29;
  private static final int CHANGED_OF = 10;
  private static final int CHANGED_SHARE = 20;
  private static final int PLACES = 4;
  private static final long LIBRARY_BYTES = 1 << 20;

  private PatchRelease() {}

  /// Copies an image.
  ///
  /// @param starter what `bin/start` runs
  static Path copy(Path image, Path to, List<String> starter) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = to.resolve(image.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.copy(file, place);
      }
    }
    Path start = to.resolve("bin/start");
    Files.createDirectories(to.resolve("bin"));
    Files.writeString(start, "#!/bin/sh\nexec \"" + String.join("\" \"", starter) + "\"\n");
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
    return to;
  }

  /// Changes a copy of the packaged app.
  ///
  /// @return what was changed, in words
  static String change(Path image) throws IOException {
    Path library = library(image.resolve("lib"));
    int own = changeEntries(image.resolve("kiosk-app.jar"));
    int others = changeEntries(library);
    return "a twentieth of %d entries of kiosk-app.jar and of %d of %s"
        .formatted(own, others, library.getFileName());
  }

  /// The library whose size is nearest to a megabyte.
  private static Path library(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .min(Comparator.comparingLong(file -> Math.abs(size(file) - LIBRARY_BYTES)))
          .orElseThrow();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int changeEntries(Path jar) throws IOException {
    var random = new Random(SEED);
    var bytes = new ByteArrayOutputStream();
    int changed = 0;
    int number = 0;
    try (InputStream in = Files.newInputStream(jar);
        var old = new ZipInputStream(in);
        var fresh = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
        byte[] content = old.readAllBytes();
        if (content.length > 0 && number++ % CHANGED_OF == 0) {
          change(content, random);
          changed++;
        }
        var copy = new ZipEntry(entry.getName());
        copy.setTime(0);
        fresh.putNextEntry(copy);
        fresh.write(content);
        fresh.closeEntry();
      }
    }
    try (OutputStream out = Files.newOutputStream(jar)) {
      bytes.writeTo(out);
    }
    return changed;
  }

  private static void change(byte[] content, Random random) {
    int length = content.length / CHANGED_SHARE / PLACES;
    for (int place = 0; place < PLACES; place++) {
      int at = random.nextInt(content.length - length);
      for (int i = at; i < at + length; i++) {
        content[i] = (byte) random.nextInt(256);
      }
    }
  }
}
