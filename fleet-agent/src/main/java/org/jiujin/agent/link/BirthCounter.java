package org.jiujin.agent.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jiujin.fleet.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts connections for `bdSeq`, across restarts: 0 at first, one more before every CONNECT, 0 again after 255.
///
/// The number is on the disk before it is given out. A disk that refuses costs the memory over a restart, not the
/// connection: a terminal with a full disk is the one that operators must see. For one thread.
final class BirthCounter {
  private static final Logger LOG = LoggerFactory.getLogger(BirthCounter.class);

  private final Path file;
  private int last;

  /// @param file where the last number is kept; its folder must exist
  BirthCounter(Path file) {
    this.file = file;
    this.last = read(file);
  }

  /// The number for the next CONNECT.
  int next() {
    last = (last + 1) % Payload.SEQ_MODULUS;
    try {
      write(last);
    } catch (IOException e) {
      LOG.warn("bdSeq {} could not be written to disk; it may repeat after a restart", last, e);
    }
    return last;
  }

  private static int read(Path file) {
    if (!Files.exists(file)) {
      return -1;
    }
    try {
      int number = Integer.parseInt(Files.readString(file).strip());
      return Math.floorMod(number, Payload.SEQ_MODULUS);
    } catch (IOException | NumberFormatException e) {
      LOG.warn("the file of bdSeq is not readable; counting starts again at 0", e);
      return -1;
    }
  }

  private void write(int number) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap((number + "\n").getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
