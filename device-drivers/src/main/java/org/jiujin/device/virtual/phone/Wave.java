package org.jiujin.device.virtual.phone;

/// A sine from a table: the same on every machine, and quick enough for every pixel.
final class Wave {
  private static final int STEPS = 8192;
  private static final float[] SINE = new float[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      SINE[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / STEPS);
    }
  }

  private Wave() {}

  /// The sine of an angle in turns.
  static float sine(double turns) {
    return SINE[(int) ((turns - Math.floor(turns)) * STEPS) & (STEPS - 1)];
  }
}
