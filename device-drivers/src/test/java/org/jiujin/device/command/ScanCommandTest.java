package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
  @TempDir Path folder;

  private Calls calls = new Calls(Path.of(""));

  @Test
  void writesOneLineForEachPicture() throws IOException, WriterException {
    var code = picture("code.png", "a\tb");
    var white = folder.resolve("white.bmp");
    ImageIO.write(blank(), "bmp", white.toFile());
    assertEquals(Command.OK, scan(code, white));
    assertEquals(code + "\tQR_CODE\ta\\tb", line(0));
    assertEquals(white + "\t-\t-", line(1));
    assertTrue(calls.said().getFirst().matches(".*\\t\\d+\\.\\d"));
  }

  @Test
  void readsPortableGreyMaps() throws IOException, WriterException {
    var image = draw("grey");
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(
        "P5\n# a comment\n200 200\n255\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    for (int i = 0; i < 200 * 200; i++) {
      bytes.write(image.getRGB(i % 200, i / 200) & 0xFF);
    }
    var file = Files.write(folder.resolve("grey.pgm"), bytes.toByteArray());
    assertEquals(Command.OK, scan(file));
    assertEquals(file + "\tQR_CODE\tgrey", line(0));
  }

  @Test
  void saysWhatToDoAboutAFileThatIsNoPictureAndReadsTheOthers()
      throws IOException, WriterException {
    var text = Files.writeString(folder.resolve("note.png"), "no picture");
    var code = picture("code.png", "read");
    assertEquals(Command.FAILED, scan(text, folder.resolve("missing.png"), code));
    assertEquals(code + "\tQR_CODE\tread", line(0));
    assertEquals(2, calls.complained().size());
    assertTrue(calls.complained().getFirst().contains("convert it to PNG"));
  }

  @Test
  void refusesGreyMapsThatEndTooEarly() throws IOException {
    var whole = "P5 3 3 255 123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int length = 3; length < whole.length; length++) {
      var file = Files.write(folder.resolve("cut.pgm"), Arrays.copyOf(whole, length));
      assertEquals(Command.FAILED, scan(file), length + " bytes");
    }
  }

  @Test
  void takesAFolderAsOneBurst() throws IOException, WriterException {
    var frames = Files.createDirectory(folder.resolve("frames"));
    ImageIO.write(blank(), "png", frames.resolve("00.png").toFile());
    ImageIO.write(draw("second"), "png", frames.resolve("01.png").toFile());
    calls = new Calls(folder);
    assertEquals(Command.OK, calls.run("scan", "--burst", frames.toString()));
    assertTrue(calls.said().getFirst().startsWith(frames + "\tQR_CODE\tsecond\t1\t"));
  }

  private int scan(Path... files) {
    calls = new Calls(folder);
    var words = new String[files.length + 1];
    words[0] = "scan";
    for (int i = 0; i < files.length; i++) {
      words[i + 1] = files[i].toString();
    }
    return calls.run(words);
  }

  /// Without the milliseconds.
  private String line(int index) {
    var line = calls.said().get(index);
    return line.substring(0, line.lastIndexOf('\t'));
  }

  private Path picture(String name, String text) throws IOException, WriterException {
    var file = folder.resolve(name);
    ImageIO.write(draw(text), "png", file.toFile());
    return file;
  }

  private static BufferedImage blank() {
    var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 60 * 40; i++) {
      image.setRGB(i % 60, i / 60, 0xFFFFFF);
    }
    return image;
  }

  private static BufferedImage draw(String text) throws WriterException {
    var matrix = new MultiFormatWriter().encode(text, BarcodeFormat.QR_CODE, 200, 200);
    var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 200 * 200; i++) {
      image.setRGB(i % 200, i / 200, matrix.get(i % 200, i / 200) ? 0 : 0xFFFFFF);
    }
    return image;
  }
}
