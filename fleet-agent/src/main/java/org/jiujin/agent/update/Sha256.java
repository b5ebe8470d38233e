package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes of content, in lower-case hexadecimal as manifests have them.
final class Sha256 {
  private Sha256() {}

  /// Of all that comes.
  static String of(InputStream in) throws IOException {
    return copying(in, OutputStream.nullOutputStream());
  }

  static ByteString ofText(String text) {
    return ByteString.copyFrom(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Of all that comes, which is copied.
  static String copying(InputStream in, OutputStream to) throws IOException {
    var hashed = new DigestInputStream(in, digest());
    hashed.transferTo(to);
    return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
