package org.jiujin.device.virtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A cable with a port: a pseudo-terminal whose far side stands behind a link while it is plugged.
///
/// Used from one thread. Every opening is a new terminal, as a real port gets a new number after a replug.
final class PseudoTerminal implements AutoCloseable {
  private static final int MOST_BYTES = 4096;
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);

  private final Path link;
  private final int master;
  private boolean open = true;

  private PseudoTerminal(Path link, int master) {
    this.link = link;
    this.master = master;
  }

  /// Plugs in: makes a terminal and lays the link to it; a link left by somebody else is replaced.
  static PseudoTerminal plug(Path link) throws IOException {
    int master = PosixTerminal.open();
    try {
      var target = Path.of(PosixTerminal.name(master));
      // Made aside and moved, so that nobody ever sees the link without its target.
      var aside = link.resolveSibling("." + link.getFileName() + ".new");
      Files.deleteIfExists(aside);
      Files.createSymbolicLink(aside, target);
      Files.move(
          aside,
          link,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return new PseudoTerminal(link, master);
    } catch (IOException failed) {
      PosixTerminal.close(master);
      throw failed;
    }
  }

  /// Waits for bytes from the far side.
  ///
  /// @return what came, empty when the limit passed
  /// @throws HungUp when a program had the port open and closed it
  byte[] read(Duration limit) throws IOException {
    short now =
        PosixTerminal.poll(master, PosixTerminal.READABLE, Math.toIntExact(limit.toMillis()));
    if ((now & PosixTerminal.READABLE) != 0) {
      return PosixTerminal.read(master, MOST_BYTES);
    }
    if ((now & PosixTerminal.HUNG_UP) != 0) {
      throw new HungUp();
    }
    return new byte[0];
  }

  /// The speed to which the far side is set, in baud.
  int speed() throws IOException {
    return PosixTerminal.speed(master);
  }

  /// Sends all bytes; what nobody takes within two seconds is dropped.
  void write(byte[] bytes) throws IOException {
    int sent = 0;
    long deadline = System.nanoTime() + WRITE_LIMIT.toNanos();
    while (sent < bytes.length && System.nanoTime() < deadline) {
      short now = PosixTerminal.poll(master, PosixTerminal.WRITABLE, 100);
      if ((now & PosixTerminal.HUNG_UP) != 0) {
        throw new HungUp();
      }
      if ((now & PosixTerminal.WRITABLE) != 0) {
        sent += PosixTerminal.write(master, bytes, sent);
      }
    }
  }

  /// Pulls the cable: the link goes, and whoever has the port open loses it.
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      try {
        Files.deleteIfExists(link);
      } finally {
        PosixTerminal.close(master);
      }
    }
  }

  /// The program at the far side closed the port or ended.
  static final class HungUp extends IOException {
    private static final long serialVersionUID = 1;

    HungUp() {
      super("the far side was closed");
    }
  }
}
