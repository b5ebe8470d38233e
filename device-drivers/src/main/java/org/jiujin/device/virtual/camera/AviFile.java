package org.jiujin.device.virtual.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes Motion-JPEG recordings: RIFF with a header list, the pictures, and an index (Microsoft, AVI RIFF file reference).
public final class AviFile {
  private static final int HAS_INDEX = 0x10;
  private static final int KEY_FRAME = 0x10;

  private AviFile() {}

  /// Writes one.
  ///
  /// @param pictures all of one size, at least one
  public static void write(Path file, List<BufferedImage> pictures, int framesPerSecond)
      throws IOException {
    Files.write(file, bytes(pictures, framesPerSecond));
  }

  /// The bytes of one.
  public static byte[] bytes(List<BufferedImage> pictures, int framesPerSecond) {
    var frames = pictures.stream().map(JpegFile::of).toList();
    int width = pictures.getFirst().getWidth();
    int height = pictures.getFirst().getHeight();
    var movie = new ArrayList<byte[]>();
    var index = ByteBuffer.allocate(frames.size() * 16).order(ByteOrder.LITTLE_ENDIAN);
    int offset = 4;
    for (var frame : frames) {
      var chunk = chunk("00dc", frame);
      movie.add(chunk);
      index.put(name("00dc")).putInt(KEY_FRAME).putInt(offset).putInt(frame.length);
      offset += chunk.length;
    }
    var header =
        list(
            "hdrl",
            chunk("avih", mainHeader(frames.size(), width, height, framesPerSecond)),
            list(
                "strl",
                chunk("strh", streamHeader(frames.size(), width, height, framesPerSecond)),
                chunk("strf", format(width, height))));
    var body =
        joined(
            name("AVI "),
            header,
            list("movi", movie.toArray(byte[][]::new)),
            chunk("idx1", index.array()));
    return chunk("RIFF", body);
  }

  private static byte[] mainHeader(int frames, int width, int height, int rate) {
    return little(56)
        .putInt(1_000_000 / rate)
        .putInt(0)
        .putInt(0)
        .putInt(HAS_INDEX)
        .putInt(frames)
        .putInt(0)
        .putInt(1)
        .putInt(width * height * 3)
        .putInt(width)
        .putInt(height)
        .array();
  }

  private static byte[] streamHeader(int frames, int width, int height, int rate) {
    return little(56)
        .put(name("vids"))
        .put(name("MJPG"))
        .putInt(0)
        .putInt(0)
        .putInt(0)
        .putInt(1)
        .putInt(rate)
        .putInt(0)
        .putInt(frames)
        .putInt(width * height * 3)
        .putInt(-1)
        .putInt(0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  private static byte[] format(int width, int height) {
    return little(40)
        .putInt(40)
        .putInt(width)
        .putInt(height)
        .putShort((short) 1)
        .putShort((short) 24)
        .put(name("MJPG"))
        .putInt(width * height * 3)
        .array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] list(String kind, byte[]... parts) {
    return chunk("LIST", joined(name(kind), joined(parts)));
  }

  private static byte[] chunk(String name, byte[] data) {
    byte[] chunk = new byte[8 + data.length + data.length % 2];
    ByteBuffer.wrap(chunk)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(name(name))
        .putInt(data.length)
        .put(data);
    return chunk;
  }

  private static byte[] name(String fourLetters) {
    return fourLetters.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
