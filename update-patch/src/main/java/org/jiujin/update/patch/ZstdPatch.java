package org.jiujin.update.patch;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Patches as zstd frames (RFC 8878) whose dictionary is the earlier file, as `zstd --patch-from` makes them. From an empty file, a
/// patch is the compressed file.
///
/// A patch is not trusted: what comes out is bounded, and whoever applies it compares the result's hash.
public final class ZstdPatch {
  /// The longest file that is patched, or made by a patch from another one, in bytes. Bounds what a terminal needs of memory, about twice this.
  public static final int MOST_BYTES = 64 << 20;

  private static final int LEVEL = 19;

  /// Seven times as fast as the other, and a whole release is made of it.
  private static final int LEVEL_FROM_NOTHING = 12;

  /// Matches as far back as two files of the longest kind.
  private static final int WINDOW_LOG = 27;

  /// The magic number of a dictionary (RFC 8878, section 5), as it stands in the file.
  private static final int DICTIONARY = 0x37A430EC;

  private static final int PIECE = 64 * 1024;

  private ZstdPatch() {}

  /// Makes the patch that leads from one file to another. Takes about a second for each 2 MB.
  ///
  /// @param old at most [#MOST_BYTES]; empty for no earlier file
  /// @param fresh at most [#MOST_BYTES]
  /// @throws IllegalArgumentException if one of them is longer, or the earlier one begins like a zstd dictionary, for which zstd would
  ///     take it
  public static byte[] make(byte[] old, byte[] fresh) {
    if (old.length > MOST_BYTES || fresh.length > MOST_BYTES) {
      throw new IllegalArgumentException("only files up to " + MOST_BYTES + " bytes are patched");
    }
    if (old.length >= Integer.BYTES && ByteBuffer.wrap(old).getInt() == DICTIONARY) {
      throw new IllegalArgumentException("nothing is patched from a zstd dictionary");
    }
    try (var zstd = new ZstdCompressCtx()) {
      zstd.setLevel(LEVEL).setLong(WINDOW_LOG);
      if (old.length > 0) {
        zstd.loadDict(old);
      }
      return zstd.compress(fresh);
    }
  }

  /// Makes the patch from nothing of a file of any length: the compressed file.
  ///
  /// @param fresh is closed
  public static byte[] compressed(InputStream fresh) throws IOException {
    var patch = new ByteArrayOutputStream();
    try (fresh;
        var zstd = new ZstdOutputStreamNoFinalizer(patch)) {
      zstd.setLevel(LEVEL_FROM_NOTHING).setLong(WINDOW_LOG);
      fresh.transferTo(zstd);
    }
    return patch.toByteArray();
  }

  /// Makes the file from the earlier one and the patch.
  ///
  /// @param old the whole earlier file
  /// @param patch is closed
  /// @param fresh gets what is made; worth nothing after a failure
  /// @param length what the fresh file has in bytes
  /// @throws IOException if the patch is damaged, was made from another file in a way that shows, makes more or less than `length`
  ///     bytes, or a stream fails
  public static void apply(byte[] old, InputStream patch, OutputStream fresh, long length)
      throws IOException {
    long left = length;
    try (var zstd = new ZstdInputStreamNoFinalizer(patch)) {
      zstd.setLongMax(WINDOW_LOG);
      if (old.length > 0) {
        zstd.setDict(old);
      }
      var piece = new byte[PIECE];
      for (int count = zstd.read(piece); count >= 0; count = zstd.read(piece)) {
        left -= count;
        if (left < 0) {
          throw new IOException("the patch makes more than %d bytes".formatted(length));
        }
        fresh.write(piece, 0, count);
      }
    }
    if (left > 0) {
      throw new IOException("the patch makes %d bytes less than %d".formatted(left, length));
    }
  }
}
