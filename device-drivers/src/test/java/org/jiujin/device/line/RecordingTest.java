package org.jiujin.device.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jiujin.device.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @TempDir private Path folder;

  @Test
  void answersWhatWasAnsweredWhateverTheOrder() throws IOException {
    var line =
        replay(
            """
            0 opened
            1 sent 01
            2 received AA
            3 received AB
            4 sent 02
            5 received BB
            """);
    assertArrayEquals(new byte[0], line.read(SHORT));
    line.write(new byte[] {2});
    assertEquals("BB", hex(line.read(SHORT)));
    line.write(new byte[] {1});
    assertEquals("AAAB", hex(line.read(SHORT)));
    line.write(new byte[] {9});
    assertEquals("", hex(line.read(SHORT)), "what was never asked is not answered");
  }

  @Test
  void saysByItselfWhatTheDeviceSaidByItself() throws IOException {
    var line = replay("0 opened\n5 received 51520D0A\n9 lost\n");
    assertEquals("QR\r\n", new String(line.read(SHORT), StandardCharsets.US_ASCII));
    assertFalse(line.lost());
    assertEquals("", hex(line.read(SHORT)));
    assertTrue(line.lost(), "it was lost then, so it is lost now");
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    var file = folder.resolve("broken.txt");
    Files.writeString(file, RecordedLinePort.HEADING + "\n# a note\n0 opened\n1 whispered 00\n");
    var refusal = assertThrows(SettingException.class, () -> LinePorts.at("replay:" + file, 9600));
    assertTrue(refusal.problem().contains("line 4"), refusal.problem());
    Files.writeString(file, "something else\n");
    refusal = assertThrows(SettingException.class, () -> LinePorts.at("replay:" + file, 9600));
    assertTrue(refusal.problem().contains(RecordedLinePort.HEADING), refusal.problem());
    assertThrows(SettingException.class, () -> LinePorts.at("record:/nowhere/x=/dev/null", 9600));
  }

  @Test
  void hidesALanguageThatNobodyDescribed() throws IOException {
    var file = folder.resolve("hidden.txt");
    LinePort silent = () -> new LinePort.Opening.Opened(new Echo());
    var port = new RecordedLinePort(silent, file, Redactor::hidingAll);
    var line = assertInstanceOf(LinePort.Opening.Opened.class, port.open()).line();
    line.write("secret".getBytes(StandardCharsets.US_ASCII));
    line.read(SHORT);
    line.close();
    var moments = Recording.read(file).moments();
    assertEquals(4, moments.size(), moments::toString);
    assertEquals("xxxxxx", new String(moments.get(1).bytes(), StandardCharsets.US_ASCII));
    assertEquals("xxxxxx", new String(moments.get(2).bytes(), StandardCharsets.US_ASCII));
    assertEquals(Moment.What.CLOSED, moments.get(3).what());
  }

  private Line replay(String moments) throws IOException {
    var file = folder.resolve("recording.txt");
    Files.writeString(file, RecordedLinePort.HEADING + "\n" + moments);
    var opening = LinePorts.at("replay:" + file, 9600, Plain::new).open();
    return assertInstanceOf(LinePort.Opening.Opened.class, opening).line();
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
  }

  /// Nothing personal is said here.
  private static final class Plain implements Redactor {
    @Override
    public byte[] pass(Direction direction, byte[] bytes) {
      return bytes;
    }

    @Override
    public byte[] rest(Direction direction) {
      return new byte[0];
    }
  }

  private static final class Echo implements Line {
    private byte[] said = new byte[0];

    @Override
    public byte[] read(Duration limit) {
      return said;
    }

    @Override
    public boolean write(byte[] bytes) {
      said = bytes;
      return true;
    }

    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {}
  }
}
