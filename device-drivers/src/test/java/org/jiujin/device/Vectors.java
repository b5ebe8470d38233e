package org.jiujin.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/// The golden frames: synthetic, made apart from this code.
public final class Vectors {
  private Vectors() {}

  /// One frame, `sam-3001-citizen` for example.
  public static byte[] frame(String name) {
    return HexFormat.of()
        .parseHex(
            lines(name + ".hex")
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining()));
  }

  /// One short frame, `rsp.find-ok` for example.
  public static byte[] shortFrame(String name) {
    var frame = shortFrames().get(name);
    if (frame == null) {
      throw new IllegalArgumentException("no such vector: " + name);
    }
    return frame;
  }

  /// All short frames by name.
  public static Map<String, byte[]> shortFrames() {
    return lines("sam-short-frames.txt")
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(part -> part[0], part -> HexFormat.of().parseHex(part[1])));
  }

  private static java.util.stream.Stream<String> lines(String file) {
    try (var in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such vector: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
