package org.jiujin.device.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GreyFrameTest {
  @Test
  void refusesSidesAndPixelsThatDoNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new GreyFrame(0, 1, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> new GreyFrame(2, 2, new byte[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GreyFrame(GreyFrame.LONGEST_SIDE + 1, 1, new byte[GreyFrame.LONGEST_SIDE + 1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GreyFrame(GreyFrame.LONGEST_SIDE, GreyFrame.LONGEST_SIDE, new byte[1]));
  }

  @Test
  void paintsBlackWhenWiped() {
    var frame = new GreyFrame(2, 1, new byte[] {7, 8});
    frame.wipe();
    assertArrayEquals(new byte[2], frame.pixels());
  }

  @Test
  void masksPicturesAndTexts() {
    assertEquals("GreyFrame[2 by 1, masked]", new GreyFrame(2, 1, new byte[2]).toString());
    assertEquals(
        "ScannedCode[QR_CODE, 6 characters, masked]",
        new ScannedCode(Symbology.QR_CODE, "secret").toString());
  }
}
