package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiujin.fleet.command.CommandResult;

/// The warnings and errors at the end of some logs, as a ZIP that fits into a result.
///
/// What an operator may read is decided by [RedactedLog]; what was left out is said in the file `about.txt`.
///
/// @param logs by the name in the ZIP
record LogBundle(Map<String, Path> logs) {
  private static final int MOST_BYTES_READ = 1024 * 1024;
  private static final int MOST_LINES = 2000;

  LogBundle {
    logs = Map.copyOf(logs);
  }

  /// The newest lines that fit.
  ByteString pack() {
    Map<String, RedactedLog> redacted = new TreeMap<>();
    logs.forEach((name, file) -> redacted.put(name, RedactedLog.of(tail(file))));
    int lines = MOST_LINES;
    ByteString packed = pack(redacted, lines);
    while (packed.size() > CommandResult.MAX_DETAIL_BYTES) { // ends: about.txt alone is small
      lines /= 2;
      packed = pack(redacted, lines);
    }
    return packed;
  }

  private static ByteString pack(Map<String, RedactedLog> logs, int mostLines) {
    var bytes = ByteString.newOutput();
    var about = new ArrayList<String>();
    about.add(
        "Only warnings and errors of the form of our log. Numbers of 7 digits and more and the");
    about.add("messages of exceptions are left out, and so is every other line.");
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var log : logs.entrySet()) {
        List<String> kept = log.getValue().lines();
        List<String> newest = kept.subList(Math.max(0, kept.size() - mostLines), kept.size());
        about.add(
            "%s: %d lines here, %d older ones of the kind and %d other lines left out"
                .formatted(
                    log.getKey(),
                    newest.size(),
                    kept.size() - newest.size(),
                    log.getValue().leftOut()));
        write(zip, log.getKey(), newest);
      }
      write(zip, "about.txt", about);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte string does not fail", e);
    }
    return bytes.toByteString();
  }

  private static void write(ZipOutputStream zip, String name, List<String> lines)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /// The last megabyte, without the line that it begins in the middle of; nothing when there is no such file.
  private static List<String> tail(Path file) {
    try (var channel = FileChannel.open(file)) {
      long from = Math.max(0, channel.size() - MOST_BYTES_READ);
      var bytes = ByteBuffer.allocate((int) (channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // on to the end
      }
      List<String> lines =
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
      return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
