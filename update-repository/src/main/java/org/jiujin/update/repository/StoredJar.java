package org.jiujin.update.repository;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jiujin.update.trust.release.Manifest;

/// Writes a jar again without compression, without times and extras, the entries in their order. The same content gives the same
/// bytes, and a small change in a class is a small change in the file, so that patches are small. Signed jars stay signed: signatures
/// cover what is in the entries.
final class StoredJar {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StoredJar() {}

  /// @param stored must not exist yet
  /// @throws RepositoryException if it is no jar, or unpacks to more than a release may have
  static void write(Path jar, Path stored) throws RepositoryException, IOException {
    long left = Manifest.MOST_CONTENT;
    try (ZipFile in = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(stored)))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        left -= Math.max(0, entry.getSize());
        if (left < 0) {
          throw new RepositoryException(jar + " unpacks to more than a release may have");
        }
        copy(in, entry, out);
      }
    } catch (ZipException e) {
      throw new RepositoryException(jar + " is no jar that can be read: " + e.getMessage());
    }
  }

  private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
    var fresh = new ZipEntry(entry.getName());
    fresh.setMethod(ZipEntry.STORED);
    fresh.setTimeLocal(NO_TIME);
    fresh.setSize(entry.getSize());
    fresh.setCompressedSize(entry.getSize());
    fresh.setCrc(entry.getCrc());
    out.putNextEntry(fresh);
    try (InputStream content = in.getInputStream(entry)) {
      content.transferTo(out);
    }
    out.closeEntry();
  }
}
