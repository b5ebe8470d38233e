package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaneTest {
  @Test
  void halvesToTheRoundedMeanOfTwoByTwo() {
    var random = new Random(1);
    for (int width : new int[] {2, 3, 7, 8, 9, 16, 31}) {
      var whole = plane(width, 6, random);
      var half = new Plane();
      half.halve(whole);
      for (int y = 0; y < half.height(); y++) {
        for (int x = 0; x < half.width(); x++) {
          int sum =
              whole.at(2 * x, 2 * y)
                  + whole.at(2 * x + 1, 2 * y)
                  + whole.at(2 * x, 2 * y + 1)
                  + whole.at(2 * x + 1, 2 * y + 1);
          assertEquals((sum + 2) / 4, half.at(x, y), width + " wide, " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void findsTheGreyBetweenPixelsWithCentresAtOneHalf() {
    var plane = new Plane();
    plane.show(2, 2, new byte[] {0, 100, 40, (byte) 140});
    assertEquals(0, plane.between(0.5f, 0.5f), 1e-4);
    assertEquals(50, plane.between(1, 0.5f), 1e-4);
    assertEquals(70, plane.between(1, 1), 1e-4);
  }

  @Test
  void knowsNothingOutside() {
    var plane = new Plane();
    plane.show(4, 4, new byte[16]);
    assertTrue(plane.between(-2, 1) < 0 && plane.between(1, 7) < 0);
    assertTrue(plane.between(Float.NaN, 1) < 0);
  }

  private static Plane plane(int width, int height, Random random) {
    var pixels = new byte[width * height];
    random.nextBytes(pixels);
    var plane = new Plane();
    plane.show(width, height, pixels);
    return plane;
  }
}
