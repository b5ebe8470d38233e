package org.jiujin.device.virtual.phone;

import java.util.Random;

/// Draws numbers from a seed.
final class Draw {
  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  /// Evenly between two numbers.
  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /// Within the same distance on both sides of zero.
  double within(double distance) {
    return between(-distance, distance);
  }

  double degreesWithin(double degrees) {
    return StrictMath.toRadians(within(degrees));
  }

  /// An angle of the whole circle.
  double anyAngle() {
    return between(0, 2 * StrictMath.PI);
  }

  /// A whole number from zero, below the bound.
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int bits() {
    return random.nextInt();
  }
}
