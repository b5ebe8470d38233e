package org.jiujin.device.zxing;

/// Adds up what several frames say about the modules of one symbol.
///
/// Noise, stripes and glare differ from frame to frame, the code does not: the sum is read when no frame alone can be.
final class EvidenceSum {
  private static final float LEAST_AGREEMENT = 0.35f;
  private static final float SAME_CODE = 0.15f;
  private static final float FADING = 0.9f;

  private int dimension;
  private int frames;
  private float[] sum = new float[0];
  private float weights;
  private float[] mean = new float[0];

  void clear() {
    dimension = 0;
    frames = 0;
    weights = 0;
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(mean, 0);
  }

  /// Adds what one frame says, by how well it agrees with the modules that are known.
  ///
  /// @return true when the sum now says more than this frame alone
  boolean add(float[] evidence, int newDimension) {
    float agreement = agreement(evidence, FunctionModules.of(newDimension));
    if (agreement < LEAST_AGREEMENT) {
      return false;
    }
    if (newDimension != dimension || (frames > 0 && likeness(evidence) < SAME_CODE)) {
      start(newDimension);
    }
    float weight = agreement * agreement;
    weights = FADING * weights + weight;
    for (int i = 0; i < dimension * dimension; i++) {
      sum[i] = FADING * sum[i] + weight * evidence[i];
      mean[i] = sum[i] / weights;
    }
    frames++;
    return frames > 1;
  }

  int dimension() {
    return dimension;
  }

  /// The weighted mean of all frames.
  float[] evidence() {
    return mean;
  }

  private void start(int newDimension) {
    clear();
    dimension = newDimension;
    if (sum.length < dimension * dimension) {
      sum = new float[dimension * dimension];
      mean = new float[dimension * dimension];
    }
  }

  private static float agreement(float[] evidence, FunctionModules modules) {
    float agreed = 0;
    for (short module : modules.known()) {
      float one = Math.clamp(evidence[module], -1f, 1f);
      agreed += modules.kind(module) == FunctionModules.LIGHT ? one : -one;
    }
    return agreed / modules.known().length;
  }

  /// How alike the frame and the sum are on the modules that carry data; about 0 for two different codes.
  private float likeness(float[] evidence) {
    var path = CodewordPath.of(dimension);
    float alike = 0;
    float all = 1e-3f;
    for (short module : path) {
      alike += evidence[module] * mean[module];
      all += Math.abs(evidence[module] * mean[module]);
    }
    return alike / all;
  }
}
