package org.jiujin.device.line;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what passes on the lines of a port, without anything personal.
///
/// The recording ends when its file reaches [#MOST_BYTES], or cannot be written any more; the line goes on.
final class RecordedLinePort implements LinePort {
  static final String HEADING = "jiujin line recording 1";

  private static final Logger LOG = LoggerFactory.getLogger(RecordedLinePort.class);
  private static final long MOST_BYTES = 50_000_000;

  private final LinePort port;
  private final Path file;
  private final Supplier<Redactor> redactors;
  private final long begin = System.nanoTime();
  private boolean ended;
  private long written;

  /// @param file begun anew
  /// @throws UncheckedIOException when the file cannot be written
  RecordedLinePort(LinePort port, Path file, Supplier<Redactor> redactors) {
    this.port = port;
    this.file = file;
    this.redactors = redactors;
    try {
      Files.writeString(file, HEADING + "\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public Opening open() {
    return switch (port.open()) {
      case Opening.Opened(var line) -> {
        note(Moment.What.OPENED, new byte[0]);
        yield new Opening.Opened(new RecordedLine(line, redactors.get()));
      }
      case Opening.Missing missing -> missing;
    };
  }

  /// Appends and flushes, so that a crash loses nothing of what led to it.
  private synchronized void note(Moment.What what, byte[] bytes) {
    if (ended) {
      return;
    }
    var moment = Moment.of(Duration.ofNanos(System.nanoTime() - begin), what, bytes) + "\n";
    written += moment.length();
    if (written > MOST_BYTES) {
      ended = true;
      LOG.warn("The recording is full and ends; the device goes on");
      return;
    }
    try (BufferedWriter out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
      out.write(moment);
    } catch (IOException unwritable) {
      ended = true;
      LOG.warn("The recording cannot be written any more and ends: {}", unwritable.toString());
    }
  }

  private final class RecordedLine implements Line {
    private final Line line;
    private final Redactor redactor;
    private boolean over;

    RecordedLine(Line line, Redactor redactor) {
      this.line = line;
      this.redactor = redactor;
    }

    @Override
    public byte[] read(Duration limit) {
      var bytes = line.read(limit);
      if (bytes.length > 0) {
        rest(Redactor.Direction.TO_DEVICE);
        pass(Redactor.Direction.FROM_DEVICE, bytes);
      }
      noteLoss();
      return bytes;
    }

    @Override
    public boolean write(byte[] bytes) {
      rest(Redactor.Direction.FROM_DEVICE);
      pass(Redactor.Direction.TO_DEVICE, bytes);
      boolean sent = line.write(bytes);
      noteLoss();
      return sent;
    }

    @Override
    public boolean lost() {
      return line.lost();
    }

    @Override
    public void close() {
      boolean lost = line.lost();
      line.close();
      end(lost ? Moment.What.LOST : Moment.What.CLOSED);
    }

    private void noteLoss() {
      if (line.lost()) {
        end(Moment.What.LOST);
      }
    }

    private synchronized void end(Moment.What how) {
      if (!over) {
        over = true;
        rest(Redactor.Direction.TO_DEVICE);
        rest(Redactor.Direction.FROM_DEVICE);
        note(how, new byte[0]);
      }
    }

    private synchronized void pass(Redactor.Direction direction, byte[] bytes) {
      write(direction, redactor.pass(direction, bytes));
    }

    private synchronized void rest(Redactor.Direction direction) {
      write(direction, redactor.rest(direction));
    }

    private void write(Redactor.Direction direction, byte[] bytes) {
      if (bytes.length > 0) {
        note(
            direction == Redactor.Direction.TO_DEVICE ? Moment.What.SENT : Moment.What.RECEIVED,
            bytes);
      }
    }
  }
}
