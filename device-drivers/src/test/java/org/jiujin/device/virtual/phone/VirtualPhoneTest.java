package org.jiujin.device.virtual.phone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.jiujin.device.scanner.GreyFrame;
import org.junit.jupiter.api.Test;

class VirtualPhoneTest {
  @Test
  void drawsTheSamePictureForTheSameSeed() {
    var one = Stills.picture(StillClass.MIXED, 5, 1);
    var other = Stills.picture(StillClass.MIXED, 5, 1);
    assertEquals(one.texts(), other.texts());
    assertArrayEquals(one.frame().pixels(), other.frame().pixels());
  }

  @Test
  void drawsTheSamePictureOnEveryMachine() {
    assertEquals(CHECKSUM, checksum(Stills.picture(StillClass.GLARE, 5, 1).frame()));
  }

  @Test
  void drawsOtherPicturesForOtherSeedsAndIndexes() {
    var one = Stills.picture(StillClass.NOMINAL, 5, 1).frame().pixels();
    assertFalse(Arrays.equals(one, Stills.picture(StillClass.NOMINAL, 6, 5).frame().pixels()));
    assertFalse(Arrays.equals(one, Stills.picture(StillClass.NOMINAL, 5, 2).frame().pixels()));
  }

  @Test
  void givesEveryFrameOfABurstAlone() {
    var burst = Burst.present(5, 3);
    burst.frame(0);
    assertArrayEquals(Burst.present(5, 3).frame(44).pixels(), burst.frame(44).pixels());
  }

  @Test
  void showsTwoCodesInTheClassOfTwo() {
    assertEquals(2, Stills.picture(StillClass.TWO_CODES, 5, 0).texts().size());
  }

  private static final long CHECKSUM = 2_228_980_614L;

  private static long checksum(GreyFrame frame) {
    var checksum = new CRC32();
    checksum.update(frame.pixels());
    return checksum.getValue();
  }
}
