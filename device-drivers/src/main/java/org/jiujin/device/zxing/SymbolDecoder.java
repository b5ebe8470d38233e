package org.jiujin.device.zxing;

import java.util.Optional;

/// From the greys of the modules to the text: level, equalize, decide, mend, read.
final class SymbolDecoder {
  private static final float LIKE_A_FORMAT = 0.35f;
  private static final float BLACK = 12;
  private static final int[] REACHES = {4, 8};

  private final Leveller leveller = new Leveller();
  private final Decision decision = new Decision();
  private final Equalizer near = new Equalizer(1);
  private final Equalizer far = new Equalizer(2);
  private final Codewords codewords = new Codewords();
  private final Texts texts = new Texts();

  private float[] levelled = new float[0];
  private float[] equal = new float[0];
  private float[] sure = new float[0];
  private float[] ratios = new float[0];
  private float[] inside = new float[0];

  /// Reads the grid, first as light adds up, then as it multiplies: stripes and shadows take shares of the light.
  Optional<String> read(ModuleGrid grid, Budget budget) {
    int side = grid.side();
    size(side * side);
    var text = read(grid, grid.grey(), budget);
    if (text.isPresent() || budget.spent()) {
      return text;
    }
    for (int i = 0; i < side * side; i++) {
      ratios[i] = (float) Math.log(grid.grey()[i] + BLACK);
    }
    return read(grid, ratios, budget);
  }

  private Optional<String> read(ModuleGrid grid, float[] values, Budget budget) {
    int side = grid.side();
    leveller.level(values, side, levelled);
    equalize(grid.dimension(), side);
    for (int reach : REACHES) {
      decision.decide(equal, side, reach, sure);
      crop(grid.dimension(), side);
      var text = read(inside, grid.dimension());
      if (text.isPresent() || budget.spent()) {
        return text;
      }
    }
    learnFromDecisions(side);
    decision.decide(equal, side, REACHES[0], sure);
    crop(grid.dimension(), side);
    return read(inside, grid.dimension());
  }

  /// How sure each module is, row by row, after [#read].
  float[] evidence() {
    return inside;
  }

  /// Reads evidence.
  Optional<String> read(float[] evidence, int dimension) {
    var format = FormatWord.of(evidence, dimension);
    if (format.likeness() < LIKE_A_FORMAT || !codewords.mend(evidence, dimension, format)) {
      return Optional.empty();
    }
    return texts.of(CleanSymbol.draw(codewords, dimension, format));
  }

  private void equalize(int dimension, int side) {
    var modules = FunctionModules.of(dimension);
    near.reset(side);
    for (short module : modules.known()) {
      int at = (module / dimension + 1) * side + module % dimension + 1;
      near.learn(levelled, at, modules.kind(module) == FunctionModules.LIGHT ? 1 : -1);
    }
    near.solve(modules.known().length);
    apply(near, side);
  }

  /// Once most modules are right they all can teach; half of them are enough.
  private void learnFromDecisions(int side) {
    far.reset(side);
    int learned = 0;
    for (int row = 2; row < side - 2; row++) {
      for (int column = 2 + row % 2; column < side - 2; column += 2) {
        int at = row * side + column;
        if (Math.abs(sure[at]) > 0.35f) {
          far.learn(levelled, at, sure[at] > 0 ? 1 : -1);
          learned++;
        }
      }
    }
    far.solve(learned);
    for (int row = 2; row < side - 2; row++) {
      for (int column = 2; column < side - 2; column++) {
        equal[row * side + column] = far.apply(levelled, row * side + column);
      }
    }
  }

  private void apply(Equalizer equalizer, int side) {
    System.arraycopy(levelled, 0, equal, 0, side * side);
    for (int row = 1; row < side - 1; row++) {
      for (int column = 1; column < side - 1; column++) {
        equal[row * side + column] = equalizer.apply(levelled, row * side + column);
      }
    }
  }

  private void crop(int dimension, int side) {
    for (int row = 0; row < dimension; row++) {
      System.arraycopy(sure, (row + 1) * side + 1, inside, row * dimension, dimension);
    }
  }

  private void size(int count) {
    if (sure.length < count) {
      levelled = new float[count];
      ratios = new float[count];
      equal = new float[count];
      sure = new float[count];
      inside = new float[count];
    }
  }
}
