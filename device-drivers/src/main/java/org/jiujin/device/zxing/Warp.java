package org.jiujin.device.zxing;

/// How far the modules of a symbol that is not flat lie beside the place where a homography puts them, in pixels: known
/// at the crossings of the alignment patterns, and shared out between them.
final class Warp {
  static final Warp FLAT = new Warp(new int[0], new float[0], new float[0]);

  private final int[] centres;
  private final float[] offsetX;
  private final float[] offsetY;

  /// @param centres rows and columns of the crossings
  /// @param offsetX by crossing, row by row
  /// @param offsetY by crossing, row by row
  Warp(int[] centres, float[] offsetX, float[] offsetY) {
    this.centres = centres;
    this.offsetX = offsetX;
    this.offsetY = offsetY;
  }

  float dx(int x, int y) {
    return centres.length < 2 ? 0 : shared(offsetX, x, y);
  }

  float dy(int x, int y) {
    return centres.length < 2 ? 0 : shared(offsetY, x, y);
  }

  private float shared(float[] offset, int x, int y) {
    int column = interval(x);
    int row = interval(y);
    float fx = part(x, column);
    float fy = part(y, row);
    int i = row * centres.length + column;
    float top = offset[i] + fx * (offset[i + 1] - offset[i]);
    int below = i + centres.length;
    float bottom = offset[below] + fx * (offset[below + 1] - offset[below]);
    return top + fy * (bottom - top);
  }

  private int interval(int at) {
    int i = 0;
    while (i < centres.length - 2 && at > centres[i + 1]) {
      i++;
    }
    return i;
  }

  private float part(int at, int interval) {
    float part = (float) (at - centres[interval]) / (centres[interval + 1] - centres[interval]);
    return Math.clamp(part, -0.3f, 1.3f);
  }
}
