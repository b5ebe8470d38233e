package org.jiujin.device.opencv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the pictures of a folder in the order of their names, round and round.
///
/// A folder that holds a file named `live` is being written by somebody: it is never gone round, the next picture is waited for
/// instead, and what was written before the source was opened is passed over.
final class FolderSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
  private static final String LIVE = "live";
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration AGAIN = Duration.ofMillis(4);

  private final Path folder;
  private final Pace pace;
  private final Duration patience;
  private volatile boolean open;
  private String last = "";

  /// @param patience how long the next picture of a live folder is waited for
  FolderSource(Path folder, int framesPerSecond, Duration patience) {
    this.folder = folder;
    this.patience = patience;
    this.pace = new Pace(framesPerSecond);
  }

  @Override
  public String model() {
    return "pictures of a folder";
  }

  @Override
  public boolean present() {
    return Files.isDirectory(folder);
  }

  @Override
  public Opening open() {
    if (!present()) {
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    if (!open) {
      last = live() ? names().stream().reduce((a, b) -> b).orElse("") : "";
      open = true;
    }
    return new Opening.Opened();
  }

  @Override
  public Reading next() {
    long deadline = System.nanoTime() + patience.toNanos();
    while (open && System.nanoTime() < deadline) {
      if (!present()) {
        return new Reading.Gone();
      }
      var name = following();
      if (name.isPresent()) {
        pace.await(live());
        return read(name.get());
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
    return new Reading.Nothing();
  }

  @Override
  public void close() {
    open = false;
  }

  private boolean live() {
    return Files.exists(folder.resolve(LIVE));
  }

  private Optional<String> following() {
    var names = names();
    var after = names.stream().filter(name -> name.compareTo(last) > 0).findFirst();
    return after.isPresent() || live() ? after : names.stream().findFirst();
  }

  private Reading read(String name) {
    last = name;
    try {
      var file = folder.resolve(name);
      return Files.size(file) > MOST_BYTES
          ? new Reading.Nothing()
          : Pictures.decode(Files.readAllBytes(file))
              .<Reading>map(Reading.Taken::new)
              .orElseGet(Reading.Nothing::new);
    } catch (IOException vanished) {
      LOG.debug("A picture could not be read", vanished);
      return new Reading.Nothing();
    }
  }

  private List<String> names() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(?i).+\\.(jpe?g|png)"))
          .sorted()
          .toList();
    } catch (IOException vanished) {
      LOG.debug("A folder of pictures could not be listed", vanished);
      return List.of();
    }
  }
}
