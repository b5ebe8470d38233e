package org.jiujin.device.virtual.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/// A camera that writes what it sees into a folder, one JPEG file after another, at its own pace.
///
/// The folder holds a file named `live`, which says that it is being written; of the pictures the newest few stay. A driver
/// reads them under the address `frames:FOLDER`. Thread-safe.
public final class VirtualCamera implements AutoCloseable {
  private static final int KEPT = 6;
  private static final String LIVE = "live";

  private final Path folder;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("virtual-camera").unstarted(this::run);
  private volatile List<byte[]> scene = List.of();
  private volatile CameraFault fault = CameraFault.NONE;
  private volatile Duration between = Duration.ofMillis(40);
  private volatile boolean plugged;
  private volatile boolean closed;
  private final SplittableRandom order = new SplittableRandom(1);
  private long number;

  /// @param folder made when the camera is plugged in, removed when it is pulled
  public VirtualCamera(Path folder) {
    this.folder = folder;
    thread.start();
  }

  /// What the camera sees from now on: a few pictures that differ by noise. Shown in no order: whoever reads every third picture of
  /// three would otherwise see the same one for ever, and call the camera frozen.
  public void show(List<BufferedImage> pictures) {
    scene = pictures.stream().map(JpegFile::of).toList();
  }

  /// What is wrong with it from now on.
  public void misbehave(CameraFault how) {
    fault = how;
  }

  /// How long from one picture to the next.
  public void pace(Duration pause) {
    between = pause;
  }

  /// Plugs it in.
  public synchronized void plug() {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(LIVE), new byte[0]);
      plugged = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pulls it out: the folder goes.
  public synchronized void pull() {
    plugged = false;
    try {
      if (Files.isDirectory(folder)) {
        var gone = folder.resolveSibling(folder.getFileName() + ".pulled-" + number++);
        Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
        remove(gone);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    pull();
  }

  private void run() {
    while (!closed) {
      write();
      LockSupport.parkNanos(between.multipliedBy(fault == CameraFault.SLOW ? 12 : 1).toNanos());
    }
  }

  private synchronized void write() {
    var seen = scene;
    if (!plugged || seen.isEmpty() || fault == CameraFault.SILENT) {
      return;
    }
    try {
      var bytes = seen.get(fault == CameraFault.FROZEN ? 0 : order.nextInt(seen.size()));
      if (fault == CameraFault.GARBLED) {
        bytes = Arrays.copyOf(bytes, bytes.length / 3);
        bytes[2] = 0;
      }
      // Under another name first, so that nobody reads half a picture.
      var half = folder.resolve("next.part");
      Files.write(half, bytes);
      Files.move(half, file(number), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(file(number - KEPT));
      number++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(long which) {
    return folder.resolve("frame-%010d.jpg".formatted(which));
  }

  private static void remove(Path old) throws IOException {
    try (var files = Files.list(old)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(old);
  }
}
