package org.jiujin.device.zxing;

/// Undoes blur on the modules.
///
/// A module's grey is a mixture of itself and its neighbours. Which mixture, the symbol itself tells: the colours of its
/// function modules are known, so the weights that turn the neighbourhood's greys into those colours are found by least
/// squares. It answers defocus and motion in any direction alike.
final class Equalizer {
  private static final float PRIOR = 0.06f;

  private final int reach;
  private final int taps;
  private final int[] offsets;
  private final double[] weights;
  private final double[][] matrix;
  private final double[] right;
  private final double[] sample;

  /// @param reach in modules: 1 for a square of 9, 2 for one of 25
  Equalizer(int reach) {
    this.reach = reach;
    this.taps = (2 * reach + 1) * (2 * reach + 1) + 1;
    this.offsets = new int[taps - 1];
    this.weights = new double[taps];
    this.matrix = new double[taps][taps];
    this.right = new double[taps];
    this.sample = new double[taps];
  }

  /// Forgets what it has learnt.
  void reset(int side) {
    int i = 0;
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        offsets[i++] = y * side + x;
      }
    }
    java.util.Arrays.fill(right, 0);
    for (var row : matrix) {
      java.util.Arrays.fill(row, 0);
    }
  }

  /// True where the whole neighbourhood of a module lies within the grid.
  boolean covers(int column, int row, int side) {
    return column >= reach && row >= reach && column < side - reach && row < side - reach;
  }

  /// Learns that a module is of a colour.
  ///
  /// @param target 1 for light, -1 for dark
  void learn(float[] values, int at, float target) {
    take(values, at);
    for (int i = 0; i < taps; i++) {
      double one = sample[i];
      right[i] += one * target;
      var row = matrix[i];
      for (int j = 0; j <= i; j++) {
        row[j] += one * sample[j];
      }
    }
  }

  /// Finds the weights; what is not known stays as near to "each module speaks for itself" as the colours allow.
  void solve(int learned) {
    double prior = PRIOR * learned;
    for (int i = 0; i < taps; i++) {
      for (int j = i + 1; j < taps; j++) {
        matrix[i][j] = matrix[j][i];
      }
      matrix[i][i] += prior;
    }
    right[(taps - 1) / 2] += prior;
    eliminate();
  }

  float apply(float[] values, int at) {
    double sum = weights[taps - 1];
    for (int i = 0; i < taps - 1; i++) {
      sum += weights[i] * values[at + offsets[i]];
    }
    return (float) sum;
  }

  private void take(float[] values, int at) {
    for (int i = 0; i < taps - 1; i++) {
      sample[i] = values[at + offsets[i]];
    }
    sample[taps - 1] = 1;
  }

  /// Gauss; the prior keeps every pivot above zero.
  private void eliminate() {
    for (int i = 0; i < taps; i++) {
      for (int j = i + 1; j < taps; j++) {
        double factor = matrix[j][i] / matrix[i][i];
        for (int k = i; k < taps; k++) {
          matrix[j][k] -= factor * matrix[i][k];
        }
        right[j] -= factor * right[i];
      }
    }
    for (int i = taps - 1; i >= 0; i--) {
      double sum = right[i];
      for (int j = i + 1; j < taps; j++) {
        sum -= matrix[i][j] * weights[j];
      }
      weights[i] = sum / matrix[i][i];
    }
  }
}
