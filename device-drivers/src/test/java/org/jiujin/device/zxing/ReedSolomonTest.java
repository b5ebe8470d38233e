package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReedSolomonTest {
  private static final int LENGTH = 50;
  private static final int CHECKS = 18;
  private static final int[] NOTHING_DOUBTFUL = {};

  private final Random random = new Random(1);
  private final ReedSolomon reedSolomon = new ReedSolomon();

  @Test
  void mendsHalfAsManyErrorsAsThereAreChecks() {
    for (int errors = 0; errors <= CHECKS / 2; errors++) {
      var right = block();
      var broken = right.clone();
      damage(broken, errors);
      assertTrue(mend(broken, NOTHING_DOUBTFUL, 0));
      assertArrayEquals(right, broken);
    }
  }

  @Test
  void mendsAsManyErasuresAsThereAreChecks() {
    for (int erasures = 1; erasures <= CHECKS; erasures++) {
      var right = block();
      var broken = right.clone();
      var places = damage(broken, erasures);
      assertTrue(mend(broken, places, 0));
      assertArrayEquals(right, broken);
    }
  }

  @Test
  void mendsErrorsBesideErasuresAtTwoChecksEach() {
    for (int erasures = 0; erasures <= CHECKS; erasures += 2) {
      var right = block();
      var broken = right.clone();
      var places = damage(broken, erasures + (CHECKS - erasures) / 2);
      var known = java.util.Arrays.copyOf(places, erasures);
      assertTrue(mend(broken, known, 0));
      assertArrayEquals(right, broken);
    }
  }

  @Test
  void refusesWhenTheProofWouldBeLacking() {
    var broken = block();
    var places = damage(broken, CHECKS - 2);
    assertFalse(mend(broken, places, 3));
    assertTrue(mend(broken, places, 2));
  }

  @Test
  void leavesABlockAsItIsWhenTooMuchIsWrong() {
    int refused = 0;
    for (int i = 0; i < 50; i++) {
      var broken = block();
      damage(broken, CHECKS);
      var before = broken.clone();
      if (!mend(broken, NOTHING_DOUBTFUL, 0)) {
        refused++;
        assertArrayEquals(before, broken);
      }
    }
    assertTrue(refused >= 49, refused + " of 50");
  }

  private boolean mend(int[] block, int[] doubtful, int spare) {
    reedSolomon.take(block, LENGTH, CHECKS);
    return reedSolomon.mend(block, doubtful, doubtful.length, spare);
  }

  /// ZXing's encoder is the reference.
  private int[] block() {
    var block = new int[LENGTH];
    for (int i = 0; i < LENGTH - CHECKS; i++) {
      block[i] = random.nextInt(256);
    }
    new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, CHECKS);
    return block;
  }

  private int[] damage(int[] block, int count) {
    var places = random.ints(0, LENGTH).distinct().limit(count).toArray();
    for (int place : places) {
      block[place] ^= 1 + random.nextInt(255);
    }
    return places;
  }
}
