package org.jiujin.device.zxing;

/// Mends a block of codewords of which some are known to be doubtful (errors and erasures, Berlekamp and Massey).
///
/// ZXing's own decoder knows errors only. A codeword that is known to be doubtful costs one check codeword to mend, one
/// that is wrong unnoticed costs two: that is what reads a code under glare.
final class ReedSolomon {
  private static final int MOST_CHECKS = 32;

  private final int[] syndromes = new int[MOST_CHECKS];
  private final int[] erasures = new int[MOST_CHECKS + 2];
  private int[] locator = new int[MOST_CHECKS + 2];
  private int[] previous = new int[MOST_CHECKS + 2];
  private int[] next = new int[MOST_CHECKS + 2];
  private final int[] evaluator = new int[MOST_CHECKS];
  private final int[] places = new int[MOST_CHECKS];
  private final int[] values = new int[MOST_CHECKS];

  private int length;
  private int checks;
  private boolean clean;

  /// Takes a block. It is not changed until [#mend] succeeds.
  void take(int[] block, int newLength, int newChecks) {
    length = newLength;
    checks = newChecks;
    clean = true;
    for (int j = 0; j < checks; j++) {
      int sum = 0;
      for (int i = 0; i < length; i++) {
        sum = Galois.times(sum, Galois.power(j)) ^ block[i];
      }
      syndromes[j] = sum;
      clean &= sum == 0;
    }
  }

  /// Mends the block that was taken.
  ///
  /// @param doubtful places of doubtful codewords
  /// @param count how many of them
  /// @param spare check codewords that must be left over as proof
  /// @return false when too much is wrong
  boolean mend(int[] block, int[] doubtful, int count, int spare) {
    if (clean) {
      return true;
    }
    if (count + spare > checks) {
      return false;
    }
    erase(doubtful, count);
    int degree = findLocator(count);
    if (degree < 0 || 2 * degree - count + spare > checks || !findPlaces(degree)) {
      return false;
    }
    findValues(degree);
    for (int i = 0; i < degree; i++) {
      block[places[i]] ^= values[i];
    }
    return true;
  }

  /// The polynomial whose roots tell the doubtful places.
  private void erase(int[] doubtful, int count) {
    java.util.Arrays.fill(erasures, 0);
    erasures[0] = 1;
    for (int i = 0; i < count; i++) {
      int x = Galois.power(length - 1 - doubtful[i]);
      for (int j = i + 1; j > 0; j--) {
        erasures[j] ^= Galois.times(erasures[j - 1], x);
      }
    }
  }

  /// @return the number of places, or -1 when there is no answer
  private int findLocator(int erased) {
    System.arraycopy(erasures, 0, locator, 0, locator.length);
    System.arraycopy(erasures, 0, previous, 0, previous.length);
    int degree = erased;
    for (int r = erased + 1; r <= checks; r++) {
      int difference = 0;
      for (int j = 0; j <= degree && j < r; j++) {
        difference ^= Galois.times(locator[j], syndromes[r - 1 - j]);
      }
      shift(previous);
      if (difference != 0) {
        for (int j = 0; j < next.length; j++) {
          next[j] = locator[j] ^ Galois.times(difference, previous[j]);
        }
        if (2 * degree <= r + erased - 1) {
          for (int j = 0; j < previous.length; j++) {
            previous[j] = Galois.over(locator[j], difference);
          }
          degree = r + erased - degree;
        }
        var old = locator;
        locator = next;
        next = old;
      }
    }
    return degree > checks || locator[degree] == 0 ? -1 : degree;
  }

  private static void shift(int[] polynomial) {
    System.arraycopy(polynomial, 0, polynomial, 1, polynomial.length - 1);
    polynomial[0] = 0;
  }

  private boolean findPlaces(int degree) {
    int found = 0;
    for (int i = 0; i < length; i++) {
      int x = Galois.power(-(length - 1 - i));
      if (at(locator, degree + 1, x) == 0) {
        if (found == degree) {
          return false;
        }
        places[found++] = i;
      }
    }
    return found == degree;
  }

  /// Forney's formula.
  private void findValues(int degree) {
    for (int i = 0; i < checks; i++) {
      int sum = 0;
      for (int j = 0; j <= Math.min(i, degree); j++) {
        sum ^= Galois.times(locator[j], syndromes[i - j]);
      }
      evaluator[i] = sum;
    }
    for (int k = 0; k < degree; k++) {
      int exponent = length - 1 - places[k];
      int inverse = Galois.power(-exponent);
      int slope = 0;
      for (int j = 1; j <= degree; j += 2) {
        slope ^= Galois.times(locator[j], Galois.power(-exponent * (j - 1)));
      }
      int value = Galois.times(Galois.power(exponent), at(evaluator, checks, inverse));
      values[k] = slope == 0 ? 0 : Galois.over(value, slope);
    }
  }

  private static int at(int[] polynomial, int length, int x) {
    int sum = 0;
    for (int i = length - 1; i >= 0; i--) {
      sum = Galois.times(sum, x) ^ polynomial[i];
    }
    return sum;
  }
}
