package org.jiujin.device.virtual.phone;

import java.util.Random;
import org.jiujin.device.scanner.GreyFrame;

/// Exposure and noise of the sensor (performance reference, 4.2, step 8).
final class Sensor {
  private static final double SHOT_NOISE = 0.02;

  /// Normally distributed numbers, to be drawn from: the same on every machine.
  private static final float[] BELL = bell();

  private Sensor() {}

  static GreyFrame expose(Canvas picture, double gain, double noise, Draw draw) {
    var pixels = new byte[picture.light.length];
    var deviation = new float[256];
    for (int v = 0; v < 256; v++) {
      deviation[v] = (float) StrictMath.sqrt(noise * noise + SHOT_NOISE * v * noise);
    }
    int bits = 0;
    for (int i = 0; i < pixels.length; i++) {
      bits = (i & 1) == 0 ? draw.bits() : bits >>> 16;
      double value = 255 * Math.clamp(picture.light[i] * gain, 0, 1);
      value += BELL[bits & 0xFFFF] * deviation[(int) value];
      pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new GreyFrame(picture.width, picture.height, pixels);
  }

  private static float[] bell() {
    var random = new Random(1);
    var bell = new float[1 << 16];
    for (int i = 0; i < bell.length; i += 2) { // pairs, so that the mean is zero
      bell[i] = (float) random.nextGaussian();
      bell[i + 1] = -bell[i];
    }
    return bell;
  }
}
