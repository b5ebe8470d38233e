package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final int VERSION = 5;
  private static final int DIMENSION = 17 + 4 * VERSION;
  private static final int SIDE = DIMENSION + 2 * ModuleGrid.RIM;

  @Test
  void undoesABlurThatHidesTheModules() {
    var clean = modules("blurred");
    var blurred = new float[clean.length];
    for (int row = 1; row < SIDE - 1; row++) {
      for (int column = 1; column < SIDE - 1; column++) {
        int i = row * SIDE + column;
        blurred[i] =
            0.3f * clean[i]
                + 0.175f * (clean[i - 1] + clean[i + 1] + clean[i - SIDE] + clean[i + SIDE]);
      }
    }
    var equalizer = new Equalizer(1);
    equalizer.reset(SIDE);
    var function = FunctionModules.of(DIMENSION);
    for (short module : function.known()) {
      int at = (module / DIMENSION + 1) * SIDE + module % DIMENSION + 1;
      equalizer.learn(blurred, at, clean[at]);
    }
    equalizer.solve(function.known().length);
    assertTrue(wrong(clean, i -> blurred[i]) > 3 * wrong(clean, i -> equalizer.apply(blurred, i)));
  }

  @Test
  void addsUpFramesThatCannotBeReadAlone() {
    var decoder = new SymbolDecoder();
    var sum = new EvidenceSum();
    var random = new Random(2);
    boolean alone = false;
    var together = Optional.<String>empty();
    for (int frame = 0; frame < 12 && together.isEmpty(); frame++) {
      var noisy = noisy("together", random);
      alone |= decoder.read(noisy, DIMENSION).isPresent();
      if (sum.add(noisy, DIMENSION)) {
        together = decoder.read(sum.evidence(), sum.dimension());
      }
    }
    assertFalse(alone);
    assertEquals(Optional.of("together"), together);
  }

  @Test
  void startsAgainWhenAnotherCodeIsShown() {
    var decoder = new SymbolDecoder();
    var sum = new EvidenceSum();
    sum.add(evidence("first"), DIMENSION);
    sum.add(evidence("first"), DIMENSION);
    assertFalse(sum.add(evidence("second"), DIMENSION));
    assertEquals(Optional.of("second"), decoder.read(sum.evidence(), sum.dimension()));
  }

  private interface Reading {
    float at(int i);
  }

  private static int wrong(float[] clean, Reading reading) {
    int wrong = 0;
    for (int row = 1; row < SIDE - 1; row++) {
      for (int column = 1; column < SIDE - 1; column++) {
        int i = row * SIDE + column;
        if (reading.at(i) > 0 != clean[i] > 0) {
          wrong++;
        }
      }
    }
    return wrong;
  }

  private static float[] noisy(String text, Random random) {
    var evidence = evidence(text);
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] = Math.clamp(evidence[i] + 1.1f * (float) random.nextGaussian(), -1.5f, 1.5f);
    }
    return evidence;
  }

  private static float[] evidence(String text) {
    var matrix = Symbols.matrix(text, ErrorCorrectionLevel.M, VERSION);
    var evidence = new float[DIMENSION * DIMENSION];
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] = matrix.get(i % DIMENSION, i / DIMENSION) == 1 ? -1 : 1;
    }
    return evidence;
  }

  /// With a light rim.
  private static float[] modules(String text) {
    var evidence = evidence(text);
    var modules = new float[SIDE * SIDE];
    java.util.Arrays.fill(modules, 1);
    for (int row = 0; row < DIMENSION; row++) {
      System.arraycopy(evidence, row * DIMENSION, modules, (row + 1) * SIDE + 1, DIMENSION);
    }
    return modules;
  }
}
