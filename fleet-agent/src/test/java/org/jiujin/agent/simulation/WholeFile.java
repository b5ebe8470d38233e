package org.jiujin.agent.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jiujin.agent.command.SteppedDesk;
import org.jiujin.agent.link.SteppedLink;
import org.jspecify.annotations.Nullable;

/// A small file that is replaced as a whole, or not at all; the machine may die before and after.
final class WholeFile {
  private final Runnable touch;
  private final BooleanSupplier full;
  private byte @Nullable [] bytes;
  private boolean stale;

  WholeFile(Runnable touch, BooleanSupplier full) {
    this.touch = touch;
    this.full = full;
  }

  /// Whether what was to be written last is not there.
  boolean stale() {
    return stale;
  }

  /// Takes the content of another.
  void copy(WholeFile other) {
    bytes = other.bytes == null ? null : other.bytes.clone();
  }

  private void write(byte[] next) throws IOException {
    touch.run();
    if (full.getAsBoolean()) {
      stale = true;
      throw new IOException("no space left");
    }
    bytes = next.clone();
    stale = false;
    touch.run();
  }

  SteppedDesk.Memory ofCommands() {
    return new SteppedDesk.Memory() {
      @Override
      public Optional<byte[]> read() {
        return Optional.ofNullable(bytes).map(byte[]::clone);
      }

      @Override
      public void write(byte[] next) throws IOException {
        WholeFile.this.write(next);
      }
    };
  }

  SteppedLink.Births ofBirths() {
    return new SteppedLink.Births() {
      @Override
      public Optional<String> read() {
        return Optional.ofNullable(bytes).map(text -> new String(text, StandardCharsets.US_ASCII));
      }

      @Override
      public void write(String number) throws IOException {
        WholeFile.this.write(number.getBytes(StandardCharsets.US_ASCII));
      }
    };
  }
}
