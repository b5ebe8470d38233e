package org.jiujin.device.virtual.phone;

import java.util.List;

/// How a phone is held and how the camera takes it; lengths in pixels of the frame, angles in radians.
///
/// @param pose how the phone is held
/// @param defocus standard deviation of the blur
/// @param motion length of the movement while the shutter was open
/// @param motionAngle its direction
/// @param glare spots of light
/// @param moire stripes and bands
/// @param gain of the exposure, 1 is right
/// @param bloom how far light spills over, 0 for none
/// @param noise standard deviation in the dark, in steps of 255
/// @param flaws what is wrong with the code's surface
record Shot(
    Pose pose,
    double defocus,
    double motion,
    double motionAngle,
    List<Glare> glare,
    Moire moire,
    double gain,
    double bloom,
    double noise,
    Flaws flaws) {
  Shot {
    glare = List.copyOf(glare);
  }

  /// Where the symbol is and how it is turned.
  ///
  /// @param symbolPixels width of the symbol, were it frontal
  record Pose(double symbolPixels, double x, double y, double roll, double tiltX, double tiltY) {}

  /// What a resident's paper or hand does to a code, in widths of the symbol.
  ///
  /// @param covered spots that a finger covers; their brightness is the finger's grey
  /// @param scratches spots much longer than wide; their brightness is the scratch's grey
  /// @param bend radius of the cylinder the paper is bent around, 0 for flat
  /// @param haze light that is added everywhere
  /// @param shade how much darker one side of the frame is than the other, 0 to 1
  record Flaws(List<Glare> covered, List<Glare> scratches, double bend, double haze, double shade) {
    static final Flaws NONE = new Flaws(List.of(), List.of(), 0, 0, 0);

    Flaws {
      covered = List.copyOf(covered);
      scratches = List.copyOf(scratches);
    }
  }

  Shot withPose(Pose other) {
    return new Shot(other, defocus, motion, motionAngle, glare, moire, gain, bloom, noise, flaws);
  }

  Shot withBlur(double otherDefocus, double otherMotion, double otherAngle) {
    return new Shot(
        pose, otherDefocus, otherMotion, otherAngle, glare, moire, gain, bloom, noise, flaws);
  }

  Shot withGlare(List<Glare> other) {
    return new Shot(pose, defocus, motion, motionAngle, other, moire, gain, bloom, noise, flaws);
  }

  Shot withMoire(Moire other) {
    return new Shot(pose, defocus, motion, motionAngle, glare, other, gain, bloom, noise, flaws);
  }

  Shot withExposure(double otherGain, double otherBloom, double otherNoise) {
    return new Shot(
        pose, defocus, motion, motionAngle, glare, moire, otherGain, otherBloom, otherNoise, flaws);
  }

  Shot withFlaws(Flaws other) {
    return new Shot(pose, defocus, motion, motionAngle, glare, moire, gain, bloom, noise, other);
  }
}
