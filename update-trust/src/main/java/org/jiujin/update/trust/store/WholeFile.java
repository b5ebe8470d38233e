package org.jiujin.update.trust.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A file that is being replaced as a whole: written beside, flushed, renamed, and the folder flushed.
///
/// After a loss of power there is what was committed last or what was there before. Closed without [#commit()], nothing changes. One
/// writer of a file at a time.
public final class WholeFile extends OutputStream {
  private static final String FRESH = ".new";

  private final Path file;
  private final Path fresh;
  private final FileChannel channel;
  private boolean committed;

  private WholeFile(Path file, Path fresh, FileChannel channel) {
    this.file = file;
    this.fresh = fresh;
    this.channel = channel;
  }

  /// Begins to replace a file.
  ///
  /// @param file its folder must exist
  public static WholeFile replacing(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + FRESH);
    return new WholeFile(
        file,
        fresh,
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /// Replaces a file by these bytes. When it returns, they are on the medium.
  public static void write(Path file, byte[] bytes) throws IOException {
    try (WholeFile whole = replacing(file)) {
      whole.write(bytes);
      whole.commit();
    }
  }

  /// Removes a file, if it is there. When it returns, it stays away.
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      flushFolder(file);
    }
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    var buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /// Puts what was written in the file's place. When it returns, it is on the medium.
  public void commit() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
    flushFolder(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!committed) {
      Files.deleteIfExists(fresh);
    }
  }

  private static void flushFolder(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true); // Linux flushes a directory like a file
    }
  }
}
