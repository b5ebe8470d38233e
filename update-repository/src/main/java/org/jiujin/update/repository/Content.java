package org.jiujin.update.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jiujin.update.trust.store.WholeFile;

/// Files by their SHA-256.
final class Content {
  private Content() {}

  /// In lower-case hexadecimal.
  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static String sha256(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  /// Copies a file to its place; nothing happens when there is one, since the name is the content's.
  static void keep(Path file, Path place) throws IOException {
    if (!Files.exists(place)) {
      try (InputStream in = Files.newInputStream(file);
          WholeFile whole = WholeFile.replacing(made(place))) {
        in.transferTo(whole);
        whole.commit();
      }
    }
  }

  static void keep(byte[] bytes, Path place) throws IOException {
    if (!Files.exists(place)) {
      WholeFile.write(made(place), bytes);
    }
  }

  private static Path made(Path place) throws IOException {
    Files.createDirectories(Objects.requireNonNull(place.getParent(), "a file has a folder"));
    return place;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
