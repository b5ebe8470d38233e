package org.jiujin.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// A folder that loses power at a step: files that were not flushed keep any part of what was written, some of it wrong, and the last
/// renamings that were not flushed never happened.
final class PowerCutDisk implements UpdateDisk {
  /// The power went. Unchecked, so that nothing between it and the test takes it for a fault of the disk.
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private record Move(Path from, Path to) {}

  private final UpdateDisk disk;
  private final Random random;
  private final Set<Path> unflushed = new HashSet<>();
  private final List<Move> moves = new ArrayList<>();
  private long free = Long.MAX_VALUE / 2;
  private int stepsToCut = Integer.MAX_VALUE;
  private int steps;
  private boolean dark;

  PowerCutDisk(Path root, Random random) {
    this.disk = new FolderUpdateDisk(root);
    this.random = random;
  }

  void cutAfter(int moreSteps) {
    stepsToCut = moreSteps;
  }

  void hasFree(long bytes) {
    free = bytes;
  }

  int steps() {
    return steps;
  }

  /// The power is back; what had not reached the medium is gone.
  void comeBack() throws IOException {
    dark = false;
    stepsToCut = Integer.MAX_VALUE;
    for (int undone = random.nextInt(moves.size() + 1); undone > 0; undone--) {
      Move move = moves.removeLast();
      if (Files.exists(move.to()) && !Files.exists(move.from())) {
        Files.createDirectories(Objects.requireNonNull(move.from().getParent()));
        Files.move(move.to(), move.from());
      }
    }
    moves.clear();
    for (Path file : unflushed) {
      if (Files.isRegularFile(file)) {
        spoil(file);
      }
    }
    unflushed.clear();
  }

  private void spoil(Path file) throws IOException {
    byte[] written = Files.readAllBytes(file);
    int kept = random.nextInt(written.length + 1);
    for (int i = 0; i < kept; i++) {
      if (random.nextInt(50) == 0) {
        written[i] = 0;
      }
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(written, 0, kept));
    }
  }

  /// One more thing is done.
  void step() {
    if (dark || stepsToCut-- <= 0) {
      dark = true;
      throw new PowerCut();
    }
    steps++;
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    return disk.names(folder);
  }

  @Override
  public long length(Path file) throws IOException {
    return disk.length(file);
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    step();
    disk.makeFolder(folder);
  }

  @Override
  public OutputStream append(Path file) throws IOException {
    step();
    unflushed.add(file);
    OutputStream out = disk.append(file);
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int half = length / 2;
        out.write(bytes, offset, half);
        step();
        out.write(bytes, offset + half, length - half);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public void makeExecutable(Path file) throws IOException {
    step();
    disk.makeExecutable(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    disk.move(from, to);
    if (unflushed.remove(from)) {
      unflushed.add(to);
    }
    moves.add(new Move(from, to));
    step();
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    disk.delete(path);
  }

  @Override
  public void flush(Path path) throws IOException {
    step();
    disk.flush(path);
    unflushed.remove(path);
    moves.removeIf(move -> path.equals(move.to().getParent()));
  }

  @Override
  public long free() {
    return free;
  }
}
