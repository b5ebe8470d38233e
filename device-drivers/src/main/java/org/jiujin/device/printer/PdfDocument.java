package org.jiujin.device.printer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A PDF file that is to be printed: a certificate, for example.
///
/// Personal: masks itself, and is wiped when the visit ends. Thread-safe.
///
/// @since 0.2
public final class PdfDocument {
  /// More is a mistake; a certificate has less than one megabyte.
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  /// Copies the file.
  ///
  /// @throws IllegalArgumentException when it is no PDF, or longer than [#MAX_BYTES]
  public PdfDocument(byte[] bytes) {
    if (bytes.length > MAX_BYTES || !begins(bytes)) {
      throw new IllegalArgumentException("no PDF of at most 32 MB");
    }
    this.bytes = bytes.clone();
  }

  /// Whether these bytes begin as a PDF does.
  public static boolean begins(byte[] bytes) {
    return bytes.length >= MARK.length && Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK);
  }

  /// A copy of the file; all zeros once it was wiped.
  public synchronized byte[] bytes() {
    return bytes.clone();
  }

  /// Overwrites the file in memory.
  public synchronized void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "PdfDocument[" + bytes.length + " bytes]";
  }
}
