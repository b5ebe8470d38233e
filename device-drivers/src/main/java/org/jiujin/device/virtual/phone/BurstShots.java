package org.jiujin.device.virtual.phone;

import java.util.ArrayList;
import java.util.List;

/// How a phone comes in and settles, and how focus and exposure follow it (performance reference, 4.4).
final class BurstShots {
  private final int number;
  private final int modules;
  private final double end;
  private final double start;
  private final double roll;
  private final double tiltX;
  private final double tiltY;
  private final double settle;
  private final double exposure;
  private final double focus;
  private final double offsetX;
  private final double offsetY;
  private final double noise;
  private final double motionAngle;
  private final double glareBrightness;
  private final List<Glare> glare = new ArrayList<>();
  private final Moire moire;

  BurstShots(Draw draw, int modules, int number) {
    this.number = number;
    this.modules = modules;
    end = modules * draw.between(2.8, 6.5);
    start = end * draw.between(0.35, 0.7);
    roll = draw.chance(0.2) ? draw.anyAngle() : draw.degreesWithin(20);
    tiltX = draw.degreesWithin(30);
    tiltY = draw.degreesWithin(30);
    settle = draw.between(0.25, 1.1);
    exposure = draw.chance(0.5) ? draw.between(1.3, 2.6) : draw.between(0.25, 0.8);
    focus = draw.between(0.7, 1.4);
    offsetX = draw.within(260);
    offsetY = draw.within(160);
    noise = draw.between(1.5, 6);
    motionAngle = draw.anyAngle();
    glareBrightness = draw.between(0.4, 1.3);
    if (draw.chance(0.4)) {
      glare.add(Glare.draw(draw, 1));
      glare.add(Glare.draw(draw, 1));
    }
    moire =
        draw.chance(0.5)
            ? new Moire(
                draw.between(0.2, 0.6), draw.between(2.5, 14), draw.between(0, 3), 0, 0, 100)
            : Moire.NONE;
  }

  /// @param draw for the hand's trembling
  Shot at(int index, Draw draw) {
    double t = index / 30.0;
    double k = StrictMath.exp(-3 * t / settle);
    var pose = pose(t, k, draw);
    double module = pose.symbolPixels() / modules;
    double brightness = glareBrightness * (0.4 + 0.6 * Math.abs(StrictMath.sin(3 * t + number)));
    double gain = 1 + (exposure - 1) * StrictMath.exp(-2.5 * t / settle);
    double blur = module * (0.22 + focus * StrictMath.exp(-3.2 * t / (1.3 * settle)));
    return new Shot(
        pose,
        Math.max(0.45, blur),
        module * (2.6 * k + 0.35 * Math.abs(StrictMath.sin(11 * t + number))),
        motionAngle + 0.5 * StrictMath.sin(5 * t),
        glare.stream().map(spot -> inFrame(spot, pose).times(brightness)).toList(),
        new Moire(
            moire.depth(),
            moire.periodPixels() * (1 + 0.1 * StrictMath.sin(4 * t)),
            moire.angle(),
            5 * t,
            0,
            100),
        gain,
        gain > 1.2 ? 2 : 0,
        noise,
        Shot.Flaws.NONE);
  }

  /// The lamp stays where it is while the phone moves.
  private Glare inFrame(Glare spot, Shot.Pose pose) {
    double scale = end / pose.symbolPixels();
    return new Glare(
        (640 - pose.x()) / pose.symbolPixels() + spot.x() * scale,
        (360 - pose.y()) / pose.symbolPixels() + spot.y() * scale,
        spot.radius() * scale,
        spot.width() * scale,
        spot.angle(),
        spot.brightness());
  }

  private Shot.Pose pose(double t, double k, Draw draw) {
    return new Shot.Pose(
        end + (start - end) * k,
        640 + offsetX * k + 8 * StrictMath.sin(9 * t + number) + draw.within(2),
        360 + offsetY * k + 6 * StrictMath.cos(7 * t + number) + draw.within(2),
        roll + 0.4 * k + 0.03 * StrictMath.sin(8 * t),
        tiltX * (0.5 + 0.5 * k),
        tiltY * (0.5 + 0.5 * k));
  }
}
