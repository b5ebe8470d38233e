package org.jiujin.device.zxing;

/// Takes shade and glare out of a grid: each module against the mean and the spread of its neighbourhood.
final class Leveller {
  private static final int REACH = 5;
  private static final float LEAST_SPREAD = 0.3f;

  private final Neighbourhood means = new Neighbourhood();
  private final Neighbourhood squares = new Neighbourhood();
  private float[] squared = new float[0];

  /// @param levelled gets what is above the mean as positive, below as negative, mostly within 1.5 of zero
  void level(float[] values, int side, float[] levelled) {
    int count = side * side;
    if (squared.length < count) {
      squared = new float[count];
    }
    double sum = 0;
    double sumOfSquares = 0;
    for (int i = 0; i < count; i++) {
      squared[i] = values[i] * values[i];
      sum += values[i];
      sumOfSquares += squared[i];
    }
    means.sum(values, side);
    squares.sum(squared, side);
    double variance = Math.max(0, sumOfSquares / count - sum / count * sum / count);
    float least = Math.max(1e-3f, LEAST_SPREAD * (float) Math.sqrt(variance));
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        float mean = means.mean(column, row, REACH);
        float spread = squares.mean(column, row, REACH) - mean * mean;
        float unit = Math.max(least, (float) Math.sqrt(Math.max(0, spread)));
        levelled[row * side + column] = (values[row * side + column] - mean) / unit;
      }
    }
  }
}
