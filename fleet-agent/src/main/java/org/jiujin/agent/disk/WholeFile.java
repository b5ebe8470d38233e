package org.jiujin.agent.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/// A file that is replaced as a whole: written beside, flushed, renamed, and the folder flushed.
///
/// After a loss of power it holds what was written last or what was there before. One writer at a time.
///
/// @param file its folder must exist
/// @param most the longest that it can be, in bytes
public record WholeFile(Path file, int most) {
  /// What was written last; empty when there is no file.
  ///
  /// @throws IOException if it cannot be read, or is too long to be ours
  public Optional<byte[]> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > most) {
      throw new IOException(file + " is longer than " + most + " bytes");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  /// Replaces what was there. When it returns, the bytes are on the medium.
  public void write(byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushFolder();
  }

  /// Removes the file, if it is there. When it returns, it stays away.
  public void delete() throws IOException {
    if (Files.deleteIfExists(file)) {
      flushFolder();
    }
  }

  private void flushFolder() throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true); // Linux flushes a directory like a file
    }
  }
}
