package org.jiujin.device.virtual.paper;

import java.awt.geom.Point2D;
import java.util.SplittableRandom;

/// Lamps, shadows, a hand, and a lens that may be out of focus.
final class Light {
  private final PaperScene scene;
  private final int width;
  private final int height;
  private final SplittableRandom random;

  Light(PaperScene scene, int width, int height) {
    this.scene = scene;
    this.width = width;
    this.height = height;
    this.random = new SplittableRandom(scene.seed() * 17 + 11);
  }

  void shine(float[] rays, Pose pose, Sheet sheet) {
    double level = level();
    double slopeX = 0.16 * (random.nextDouble() - 0.5);
    double slopeY = 0.16 * (random.nextDouble() - 0.5);
    double[] warmth = {0.94 + 0.08 * random.nextDouble(), 1, 0.96 + 0.08 * random.nextDouble()};
    double angle = random.nextDouble() * 2 * Math.PI;
    double offset = (random.nextDouble() - 0.5) * 0.3;
    var corners = pose.corners(sheet, width, height);
    if (scene.handled()) {
      hand(rays, corners.get(random.nextInt(4)));
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double px = x / (double) width - 0.5;
        double py = (y - height / 2.0) / width;
        double lit = level * (1 + slopeX * px * 2 + slopeY * py * 2 - 0.25 * (px * px + py * py));
        if (scene.shadowed()) {
          double side = px * Math.cos(angle) + py * Math.sin(angle) - offset;
          lit *= 1 - 0.35 / (1 + Math.exp(-side * 60));
        }
        int at = (y * width + x) * 3;
        for (int channel = 0; channel < 3; channel++) {
          rays[at + channel] *= (float) (lit * warmth[channel]);
        }
      }
    }
    if (scene.spoiling() == Spoiling.GLARE) {
      glare(rays, pose, sheet);
    }
  }

  private double level() {
    return switch (scene.spoiling()) {
      case TOO_DARK -> 0.16 + 0.1 * random.nextDouble();
      case TOO_BRIGHT -> 1.5 + 0.4 * random.nextDouble();
      default -> 0.78 + 0.14 * random.nextDouble();
    };
  }

  /// A lamp mirrored somewhere inside the page.
  private void glare(float[] rays, Pose pose, Sheet sheet) {
    var corners = pose.corners(sheet, width, height);
    double across = corners.get(0).distance(corners.get(1));
    double down = corners.get(1).distance(corners.get(2));
    double part = 0.3 + 0.4 * random.nextDouble();
    double x = corners.get(0).getX() * (1 - part) + corners.get(2).getX() * part;
    double y = corners.get(0).getY() * (1 - part) + corners.get(2).getY() * part;
    double radius = Math.min(across, down) * (0.14 + 0.08 * random.nextDouble());
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double away = Math.hypot(column - x, (row - y) * 1.2) / radius;
        float more = (float) (420 / (1 + Math.exp((away - 1) * 7)));
        int at = (row * width + column) * 3;
        for (int channel = 0; channel < 3; channel++) {
          rays[at + channel] += more;
        }
      }
    }
  }

  /// Two fingers that come from outside and hold the corner down.
  private void hand(float[] rays, Point2D corner) {
    double outX = corner.getX() - width / 2.0;
    double outY = corner.getY() - height / 2.0;
    double length = Math.hypot(outX, outY);
    double dirX = outX / length;
    double dirY = outY / length;
    double thick = width * 0.022;
    for (int finger = -1; finger <= 1; finger += 2) {
      double startX = corner.getX() - dirX * width * 0.05 - dirY * finger * thick * 1.1;
      double startY = corner.getY() - dirY * width * 0.05 + dirX * finger * thick * 1.1;
      finger(rays, startX, startY, dirX, dirY, thick);
    }
  }

  private void finger(float[] rays, double x, double y, double dirX, double dirY, double thick) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double along = (column - x) * dirX + (row - y) * dirY;
        double aside = -(column - x) * dirY + (row - y) * dirX;
        double from = along < 0 ? Math.hypot(along, aside) : Math.abs(aside);
        if (from < thick) {
          double round = 1 - 0.45 * (from / thick) * (from / thick);
          int at = (row * width + column) * 3;
          rays[at] = (float) (150 * round);
          rays[at + 1] = (float) (178 * round);
          rays[at + 2] = (float) (222 * round);
        }
      }
    }
  }

  void blur(float[] rays) {
    int radius = Math.max(1, width / 280);
    switch (scene.spoiling()) {
      case BLURRED -> {
        for (int pass = 0; pass < 3; pass++) {
          box(rays, radius, 3, width, height, width * 3);
          box(rays, radius, width * 3, height, width, 3);
        }
      }
      case SMEARED -> box(rays, width / 110, 3, width, height, width * 3);
      default -> {
        // in focus
      }
    }
  }

  /// The mean over a run of pixels, along one axis.
  private static void box(float[] rays, int radius, int step, int length, int lines, int lineStep) {
    float[] line = new float[length];
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < lines; i++) {
        int base = i * lineStep + channel;
        for (int k = 0; k < length; k++) {
          line[k] = rays[base + k * step];
        }
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
          sum += line[Math.clamp(k, 0, length - 1)];
        }
        for (int k = 0; k < length; k++) {
          rays[base + k * step] = (float) (sum / (2 * radius + 1));
          sum += line[Math.min(k + radius + 1, length - 1)] - line[Math.max(k - radius, 0)];
        }
      }
    }
  }
}
