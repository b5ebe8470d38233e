package org.jiujin.device.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualPrinterTest {
  /// Text, a QR code, a picture of 8 by 2 dots, a cut.
  private static final byte[] STRIP =
      HexFormat.of()
          .parseHex(
              "1b40"
                  + "1c26"
                  + "b2e2cad40a"
                  + "1d286b0300314306"
                  + "1d286b0500315030"
                  + "6162"
                  + "1d286b0300315130"
                  + "1d7630000100020081ff"
                  + "1d564200");

  private final PrinterPeer peer = new PrinterPeer(PrinterModel.COMMON.printing(0));

  @Test
  void printsWhatItUnderstands() {
    send(STRIP);
    assertEquals("测试\n[QR ab]\n[picture 8 x 2]\n", peer.strips().getFirst().text());
  }

  @Test
  void survivesAJobThatBreaksOffAnywhere() {
    for (int cut = 0; cut < STRIP.length; cut++) {
      var broken = new PrinterPeer(PrinterModel.COMMON.printing(0));
      broken.exchange(Arrays.copyOf(STRIP, cut));
      assertEquals(0, broken.strips().size(), "cut at " + cut);
      broken.unplugged();
      broken.exchange(STRIP);
      // What was printed before the power went hangs out of the slot and is cut off with the next
      // strip.
      assertTrue(
          broken.strips().getFirst().text().endsWith("测试\n[QR ab]\n[picture 8 x 2]\n"),
          "cut at " + cut);
    }
  }

  @Test
  void executesARealTimeCommandInsideAPicture() {
    var answers = send(HexFormat.of().parseHex("1d76300001000300" + "100401"));
    assertEquals("12", HexFormat.of().formatHex(answers.getFirst()), "as real printers do");
  }

  @Test
  void takesTheSecondOfTwoEscapesForTheBeginningOfACommand() {
    assertEquals(1, send(HexFormat.of().parseHex("10100401")).size());
  }

  @Test
  void reportsEachChangeOnce() {
    assertEquals(
        "10000000", HexFormat.of().formatHex(send(new byte[] {0x1D, 'a', 0x0E}).getFirst()));
    assertTrue(send(new byte[0]).isEmpty());
    peer.coverOpen(true);
    assertEquals("38000000", HexFormat.of().formatHex(send(new byte[0]).getFirst()));
    peer.coverOpen(false);
    peer.paper(100);
    assertEquals("10000300", HexFormat.of().formatHex(send(new byte[0]).getFirst()));
    peer.cutterStuck(true);
    assertEquals("18080300", HexFormat.of().formatHex(send(new byte[0]).getFirst()));
  }

  private List<byte[]> send(byte[] bytes) {
    var answers = new ArrayList<byte[]>();
    peer.exchange(bytes).forEach(answers::add);
    return answers;
  }
}
