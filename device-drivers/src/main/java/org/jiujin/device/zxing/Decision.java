package org.jiujin.device.zxing;

/// Decides each module against the middle between the light and the dark ones around it.
final class Decision {
  private static final float LEAST_CONTRAST = 0.25f;
  private static final float SUREST = 1.5f;

  private final Neighbourhood lights = new Neighbourhood();
  private final Neighbourhood counts = new Neighbourhood();
  private final Neighbourhood all = new Neighbourhood();
  private float[] light = new float[0];
  private float[] isLight = new float[0];

  /// @param reach in modules on each side
  /// @param sure gets for each module how sure it is: 1 as light as its light neighbours, -1 as dark as the dark ones
  void decide(float[] values, int side, int reach, float[] sure) {
    size(side * side);
    all.sum(values, side);
    split(values, side, reach);
    lights.sum(light, side);
    counts.sum(isLight, side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int i = row * side + column;
        sure[i] = decide(values[i], column, row, reach);
      }
    }
  }

  private void split(float[] values, int side, int reach) {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int i = row * side + column;
        boolean above = values[i] > all.mean(column, row, reach);
        light[i] = above ? values[i] : 0;
        isLight[i] = above ? 1 : 0;
      }
    }
  }

  private float decide(float value, int column, int row, int reach) {
    float mean = all.mean(column, row, reach);
    float total = all.total(column, row, reach);
    float lightTotal = lights.total(column, row, reach);
    float lightCount = counts.total(column, row, reach);
    float darkCount = counts.size(column, row, reach) - lightCount;
    float high = lightCount < 1 ? mean : lightTotal / lightCount;
    float low = darkCount < 1 ? mean : (total - lightTotal) / darkCount;
    float half = Math.max(LEAST_CONTRAST, (high - low) / 2);
    return Math.clamp((value - (high + low) / 2) / half, -SUREST, SUREST);
  }

  private void size(int count) {
    if (light.length < count) {
      light = new float[count];
      isLight = new float[count];
    }
  }
}
