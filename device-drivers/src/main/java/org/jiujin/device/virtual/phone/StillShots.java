package org.jiujin.device.virtual.phone;

import java.util.ArrayList;
import java.util.List;

/// How the pictures of each class are taken (performance reference, 4.3).
final class StillShots {
  private static final List<StillClass> DIFFICULTIES =
      List.of(
          StillClass.SMALL,
          StillClass.ROTATED,
          StillClass.TILT,
          StillClass.DEFOCUS,
          StillClass.MOTION,
          StillClass.GLARE,
          StillClass.MOIRE,
          StillClass.EXPOSURE);

  private final Draw draw;
  private final int modules;
  private final int index;

  StillShots(Draw draw, int modules, int index) {
    this.draw = draw;
    this.modules = modules;
    this.index = index;
  }

  Shot of(StillClass kind) {
    var basis = basis();
    return switch (kind) {
      case NOMINAL -> basis;
      case SMALL, SMALL_INVERTED -> small(basis, kind == StillClass.SMALL ? 4.0 : 3.0);
      case ROTATED -> basis.withPose(turned(basis.pose(), draw.anyAngle(), 1));
      case TILT -> tilted(basis, draw.degreesWithin(45));
      case DEFOCUS -> basis.withBlur(draw.between(0.30, 0.75) * module(basis), 0, 0);
      case MOTION ->
          basis.withBlur(basis.defocus(), draw.between(0.6, 2.0) * module(basis), draw.anyAngle());
      case GLARE -> basis.withGlare(glare(1 + draw.below(3)));
      case MOIRE -> basis.withMoire(moire());
      case EXPOSURE -> exposed(basis);
      case MIXED -> mixed(basis);
      case COVERED -> basis.withFlaws(covered());
      case DIM -> dim(basis);
      case WORN -> basis.withFlaws(worn());
      case TWO_CODES -> basis;
    };
  }

  private Shot basis() {
    var pose =
        new Shot.Pose(
            draw.between(200, 380),
            640 + draw.within(220),
            360 + draw.within(70),
            draw.degreesWithin(15),
            draw.degreesWithin(10),
            draw.degreesWithin(10));
    return new Shot(
        pose, draw.between(0.4, 0.8), 0, 0, List.of(), Moire.NONE, 1, 0, 2, Shot.Flaws.NONE);
  }

  private double module(Shot shot) {
    return shot.pose().symbolPixels() / modules;
  }

  private Shot small(Shot basis, double most) {
    var p = basis.pose();
    var pose =
        new Shot.Pose(
            modules * draw.between(2.0, most), p.x(), p.y(), p.roll(), p.tiltX(), p.tiltY());
    return basis.withPose(pose).withBlur(draw.between(0.35, 0.75), 0, 0);
  }

  private Shot tilted(Shot basis, double roll) {
    double tilt = StrictMath.toRadians(draw.between(28, 55));
    double direction = draw.anyAngle();
    var p = basis.pose();
    return basis.withPose(
        new Shot.Pose(
            p.symbolPixels(),
            p.x(),
            p.y(),
            roll,
            tilt * StrictMath.cos(direction),
            tilt * StrictMath.sin(direction)));
  }

  private static Shot.Pose turned(Shot.Pose p, double roll, double tilt) {
    return new Shot.Pose(p.symbolPixels(), p.x(), p.y(), roll, tilt * p.tiltX(), tilt * p.tiltY());
  }

  private List<Glare> glare(int spots) {
    var glare = new ArrayList<Glare>();
    for (int i = 0; i < spots; i++) {
      glare.add(Glare.draw(draw, draw.between(0.5, 1.6)));
    }
    return glare;
  }

  private Moire moire() {
    boolean banding = draw.chance(0.5);
    return new Moire(
        draw.between(0.3, 0.8),
        draw.between(2.5, 16),
        draw.anyAngle(),
        draw.anyAngle(),
        banding ? draw.between(0.3, 0.75) : 0,
        draw.between(40, 240));
  }

  private Shot exposed(Shot basis) {
    return index % 2 == 0
        ? basis.withExposure(draw.between(0.06, 0.25), 0, draw.between(6, 13))
        : basis.withExposure(draw.between(1.6, 3.2), draw.between(1.5, 5), basis.noise());
  }

  /// Geometry of one class, light of a second, exposure and focus of a third.
  private Shot mixed(Shot basis) {
    var shape = of(difficulty()).pose();
    var light = of(difficulty());
    var third = of(difficulty());
    var p =
        new Shot.Pose(
            Math.max(2.6 * modules, shape.symbolPixels()),
            basis.pose().x(),
            basis.pose().y(),
            shape.roll(),
            0.7 * shape.tiltX(),
            0.7 * shape.tiltY());
    double module = p.symbolPixels() / modules;
    double defocus = Math.min(Math.max(0.5, 0.6 * third.defocus()), 0.45 * module);
    return basis
        .withPose(p)
        .withGlare(light.glare().stream().limit(1).map(spot -> spot.times(0.7)).toList())
        .withMoire(light.moire().times(0.6))
        .withBlur(defocus, 0.5 * light.motion(), light.motionAngle())
        .withExposure(
            Math.clamp(third.gain(), 0.2, 2), 0.6 * third.bloom(), Math.min(8, third.noise()));
  }

  private StillClass difficulty() {
    return DIFFICULTIES.get(draw.below(DIFFICULTIES.size()));
  }

  /// A finger over the edge far from the three corner marks, or over the middle.
  private Shot.Flaws covered() {
    double place = draw.between(-0.15, 0.5);
    double x = draw.chance(0.5) ? 0.5 : place;
    double y = draw.chance(0.5) ? 0.5 : place;
    var finger =
        new Glare(
            x,
            y,
            draw.between(0.10, 0.22),
            draw.between(0.06, 0.13),
            draw.anyAngle(),
            draw.between(0.3, 0.7));
    return new Shot.Flaws(List.of(finger), List.of(), 0, 0, 0);
  }

  private Shot dim(Shot basis) {
    var flaws =
        new Shot.Flaws(List.of(), List.of(), 0, draw.between(0.1, 0.4), draw.between(0.2, 0.7));
    return basis.withFlaws(flaws).withExposure(draw.between(0.12, 0.4), 0, draw.between(3, 7));
  }

  private Shot.Flaws worn() {
    var scratches = new ArrayList<Glare>();
    for (int i = 2 + draw.below(5); i > 0; i--) {
      scratches.add(
          new Glare(
              draw.within(0.45),
              draw.within(0.45),
              draw.between(0.2, 0.6),
              draw.between(0.002, 0.008),
              draw.anyAngle(),
              draw.chance(0.5) ? draw.between(0, 0.2) : draw.between(0.8, 1)));
    }
    boolean curved = index % 2 == 1;
    return new Shot.Flaws(
        List.of(), curved ? List.of() : scratches, curved ? draw.between(0.62, 1.6) : 0, 0, 0);
  }
}
