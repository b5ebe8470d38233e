package org.jiujin.device.virtual.phone;

import java.util.List;
import org.jiujin.device.scanner.GreyFrame;

/// Takes pictures of one phone before one backdrop, 1280 by 720.
final class Camera {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final int SUBSAMPLES = 3;
  private static final double GLARE_FALL = 1.4;
  private static final double GLARE_REACH = 5;

  private final PhoneScreen phone;
  private final Canvas backdrop;

  Camera(PhoneScreen phone, Draw draw) {
    this.phone = phone;
    this.backdrop = Backdrop.draw(WIDTH, HEIGHT, draw);
  }

  /// @param draw for the noise
  GreyFrame take(Shot shot, Draw draw) {
    var picture = new Canvas(WIDTH, HEIGHT);
    System.arraycopy(backdrop.light, 0, picture.light, 0, picture.light.length);
    project(picture, shot);
    spots(picture, shot.pose(), shot.flaws().covered(), false);
    spots(picture, shot.pose(), shot.flaws().scratches(), false);
    spots(picture, shot.pose(), shot.glare(), true);
    dim(picture, shot.flaws());
    Optics.bloom(picture, shot.bloom());
    Optics.defocus(picture, shot.defocus());
    Optics.motion(picture, shot.motion(), shot.motionAngle());
    return Sensor.expose(picture, shot.gain(), shot.noise(), draw);
  }

  private void project(Canvas picture, Shot shot) {
    var projection = new Projection(shot.pose(), phone.symbolWidth());
    var box = box(projection);
    for (int y = box[1]; y < box[3]; y++) {
      for (int x = box[0]; x < box[2]; x++) {
        pixel(picture, projection, shot, x, y);
      }
    }
  }

  /// The mean of nine points; what lies beside the phone stays backdrop.
  private void pixel(Canvas picture, Projection projection, Shot shot, int x, int y) {
    var point = new double[2];
    double sum = 0;
    int seen = 0;
    for (int s = 0; s < SUBSAMPLES * SUBSAMPLES; s++) {
      int row = s / SUBSAMPLES;
      double fx = x + (s % SUBSAMPLES + 0.5) / SUBSAMPLES;
      double fy = y + (row + 0.5) / SUBSAMPLES;
      if (projection.toPlane(fx, fy, point) && bend(point, shot.flaws().bend())) {
        double px = point[0] + phone.symbolCentreX();
        double py = point[1] + phone.symbolCentreY();
        if (px >= 0 && py >= 0 && px < PhoneScreen.WIDTH && py < PhoneScreen.HEIGHT) {
          sum += phone.picture().at(px, py);
          seen++;
        }
      }
    }
    if (seen > 0) {
      int i = y * WIDTH + x;
      double part = (double) seen / (SUBSAMPLES * SUBSAMPLES);
      double value = sum / seen * stripes(shot.moire(), x, y);
      picture.light[i] = (float) (part * value + (1 - part) * picture.light[i]);
    }
  }

  /// Around a cylinder whose axis is upright; false beyond its rim.
  private boolean bend(double[] point, double radius) {
    if (radius <= 0) {
      return true;
    }
    double sine = point[0] / (radius * phone.symbolWidth());
    if (Math.abs(sine) >= 0.98) {
      return false;
    }
    point[0] = radius * phone.symbolWidth() * StrictMath.asin(sine);
    return true;
  }

  private static double stripes(Moire moire, double x, double y) {
    double factor = 1;
    if (moire.depth() > 0) {
      double along = turns(x, y, moire.angle(), moire.periodPixels(), moire.phase());
      double across =
          turns(
              x,
              y,
              moire.angle() + 0.3 + StrictMath.PI / 2,
              1.3 * moire.periodPixels(),
              2 * moire.phase());
      factor -= moire.depth() * (0.5 + 0.25 * Wave.sine(along) + 0.25 * Wave.sine(across));
    }
    if (moire.bandDepth() > 0) {
      factor *= 1 - moire.bandDepth() * (0.5 + 0.5 * Wave.sine(y / moire.bandPixels()));
    }
    return factor;
  }

  private static double turns(double x, double y, double angle, double period, double phase) {
    double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
    return along / period + phase / (2 * StrictMath.PI);
  }

  /// Spots that add light, or that hide what is below them.
  private static void spots(Canvas picture, Shot.Pose pose, List<Glare> spots, boolean light) {
    for (var spot : spots) {
      spot(picture, pose, spot, light);
    }
  }

  private static void spot(Canvas picture, Shot.Pose pose, Glare spot, boolean light) {
    double unit = pose.symbolPixels();
    double x = pose.x() + spot.x() * unit;
    double y = pose.y() + spot.y() * unit;
    double cos = StrictMath.cos(spot.angle());
    double sin = StrictMath.sin(spot.angle());
    double reach = StrictMath.sqrt(GLARE_REACH) * unit * Math.max(spot.radius(), spot.width());
    for (int py = (int) Math.max(0, y - reach); py < Math.min(HEIGHT, y + reach); py++) {
      for (int px = (int) Math.max(0, x - reach); px < Math.min(WIDTH, x + reach); px++) {
        double along = ((px - x) * cos + (py - y) * sin) / (spot.radius() * unit);
        double across = ((py - y) * cos - (px - x) * sin) / (spot.width() * unit);
        double d = along * along + across * across;
        int i = py * WIDTH + px;
        if (light && d < GLARE_REACH) {
          picture.light[i] += (float) (spot.brightness() * StrictMath.exp(-GLARE_FALL * d));
        } else if (!light && d < 1) {
          picture.light[i] = (float) spot.brightness();
        }
      }
    }
  }

  private static void dim(Canvas picture, Shot.Flaws flaws) {
    if (flaws.haze() <= 0 && flaws.shade() <= 0) {
      return;
    }
    for (int i = 0; i < picture.light.length; i++) {
      double side = (double) (i % WIDTH) / WIDTH;
      picture.light[i] =
          (float)
              (picture.light[i] * (1 - flaws.shade() * side) * (1 - flaws.haze()) + flaws.haze());
    }
  }

  /// The part of the frame that the phone may reach.
  private int[] box(Projection projection) {
    double left = WIDTH;
    double top = HEIGHT;
    double right = 0;
    double bottom = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x = (corner % 2 == 0 ? 0 : PhoneScreen.WIDTH) - phone.symbolCentreX();
      double y = (corner / 2 == 0 ? 0 : PhoneScreen.HEIGHT) - phone.symbolCentreY();
      left = Math.min(left, projection.frameX(x, y));
      right = Math.max(right, projection.frameX(x, y));
      top = Math.min(top, projection.frameY(x, y));
      bottom = Math.max(bottom, projection.frameY(x, y));
    }
    return new int[] {
      (int) Math.clamp(left - 1, 0, WIDTH),
      (int) Math.clamp(top - 1, 0, HEIGHT),
      (int) Math.clamp(right + 2, 0, WIDTH),
      (int) Math.clamp(bottom + 2, 0, HEIGHT)
    };
  }
}
