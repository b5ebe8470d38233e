package org.jiujin.device.virtual.paper;

/// What a paper lies on.
public enum Desk {
  /// Nearly as white as paper.
  LIGHT(214, 216, 219, 3),
  /// Yellow wood with grain.
  WOOD(92, 140, 182, 14),
  /// A grey mat.
  GREY(128, 126, 122, 5),
  /// Black.
  DARK(42, 40, 38, 4);

  private final int blue;
  private final int green;
  private final int red;
  private final int grain;

  Desk(int blue, int green, int red, int grain) {
    this.blue = blue;
    this.green = green;
    this.red = red;
    this.grain = grain;
  }

  /// The colour of one channel, 0 for blue, at a place in millimetres.
  double shade(int channel, double x, double y) {
    int base =
        switch (channel) {
          case 0 -> blue;
          case 1 -> green;
          default -> red;
        };
    double wave =
        Math.sin(y * 0.11 + 2.2 * Math.sin(x * 0.013)) + 0.6 * Math.sin(y * 0.47 + x * 0.02);
    return base + grain * 0.6 * wave;
  }
}
