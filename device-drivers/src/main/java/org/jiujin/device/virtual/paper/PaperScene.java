package org.jiujin.device.virtual.paper;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/// A paper on a desk before a camera, made from a seed. The same seed gives the same picture.
///
/// @param handled whether a hand lies on one corner
/// @param shadowed whether somebody's shadow falls over it
public record PaperScene(
    long seed, Sheet sheet, Desk desk, Spoiling spoiling, boolean handled, boolean shadowed) {
  /// A scene of which seed and spoiling decide everything else.
  public static PaperScene of(long seed, Spoiling spoiling) {
    var random = new SplittableRandom(seed * 31 + 7);
    var sheet = pick(random, Sheet.values());
    var desk = pick(random, Desk.values());
    boolean plain = spoiling != Spoiling.NONE;
    return new PaperScene(
        seed,
        sheet,
        desk,
        spoiling,
        !plain && random.nextInt(4) == 0,
        !plain && random.nextInt(4) == 0);
  }

  /// The picture, blue, green and red a pixel.
  public BufferedImage render(int width, int height) {
    return new SceneCamera(this, width, height).take(0);
  }

  /// One of several pictures that differ by the camera's noise alone.
  public BufferedImage render(int width, int height, int frame) {
    return new SceneCamera(this, width, height).take(frame);
  }

  /// Where the sheet's corners really are, in pixels, clockwise from the sheet's own top left.
  public List<Point2D> corners(int width, int height) {
    return pose(width, height).corners(sheet, width, height);
  }

  Pose pose(int width, int height) {
    var random = new SplittableRandom(seed * 131 + 3);
    double focal = 0.95 + 0.35 * random.nextDouble();
    double turn = turn(random, width > height);
    double tilt = spoiling == Spoiling.TILTED ? 48 : 14;
    double tiltX = spread(random, tilt);
    double tiltY = spread(random, tilt);
    if (spoiling == Spoiling.TILTED) {
      tiltX = Math.copySign(47 + 8 * random.nextDouble(), tiltX);
      tiltY = spread(random, 8);
    }
    double fill = spoiling == Spoiling.TOO_SMALL ? 0.36 : 0.78 + 0.14 * random.nextDouble();
    var trial = new Pose(focal, 1_000, 0, 0, turn, tiltX, tiltY);
    double distance = 1_000 * extent(trial, width, height) / fill;
    double shift = spoiling == Spoiling.CUT_OFF ? 0.34 : (1 - fill) * 0.3;
    double shiftX = spread(random, shift);
    double shiftY = spread(random, shift) * height / width;
    if (spoiling == Spoiling.CUT_OFF) {
      shiftX = Math.copySign(0.3, shiftX) * (0.9 + 0.4 * random.nextDouble());
      shiftY = Math.copySign(0.2, shiftY) * (0.9 + 0.4 * random.nextDouble());
    }
    var pose = new Pose(focal, distance, shiftX, shiftY, turn, tiltX, tiltY);
    while (spoiling != Spoiling.CUT_OFF && !inside(pose, width, height)) {
      pose = new Pose(focal, pose.distance() * 1.04, shiftX, shiftY, turn, tiltX, tiltY);
    }
    return pose;
  }

  private boolean inside(Pose pose, int width, int height) {
    double rim = width / 80.0;
    return pose.corners(sheet, width, height).stream()
        .allMatch(corner ->
            corner.getX() > rim
                && corner.getY() > rim
                && corner.getX() < width - rim
                && corner.getY() < height - rim);
  }

  /// How much of the picture the sheet would fill, 1 when it just fits.
  private double extent(Pose pose, int width, int height) {
    var corners = pose.corners(sheet, width, height);
    double across = 0;
    double down = 0;
    for (var corner : corners) {
      across = Math.max(across, Math.abs(corner.getX() - width / 2.0) / (width / 2.0));
      down = Math.max(down, Math.abs(corner.getY() - height / 2.0) / (height / 2.0));
    }
    return Math.max(across, down);
  }

  private double turn(SplittableRandom random, boolean landscape) {
    boolean lies = landscape == sheet.heightMillimetres() > sheet.widthMillimetres();
    return (lies ? 90 : 0) + (random.nextBoolean() ? 180 : 0) + spread(random, 22);
  }

  private static double spread(SplittableRandom random, double most) {
    return (random.nextDouble() * 2 - 1) * most;
  }

  private static <T> T pick(SplittableRandom random, T[] from) {
    return from[random.nextInt(from.length)];
  }
}
