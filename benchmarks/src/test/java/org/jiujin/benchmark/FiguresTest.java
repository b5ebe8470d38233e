package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void takesTheMiddleOneAsMedianOrTheMeanOfTheTwoMiddleOnes() {
    assertEquals(2, Figures.of(List.of(3.0, 1.0, 2.0)).median());
    assertEquals(2.5, Figures.of(List.of(4.0, 1.0, 3.0, 2.0)).median());
  }

  @Test
  void takesTheNearestRankAsPercentile() {
    var hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
    assertEquals(95, Figures.percentile(hundred, 0.95));
    assertEquals(90, Figures.percentile(hundred, 0.9));
    assertEquals(7, Figures.percentile(new double[] {7}, 0.95));
  }

  @Test
  void countsEveryValueInMeanAndMaximum() {
    var figures = Figures.of(DoubleStream.of(1, 2, 9).boxed().toList());
    assertEquals(4, figures.mean());
    assertEquals(9, figures.most());
  }

  @Test
  void refusesToSumUpNothing() {
    assertThrows(IllegalArgumentException.class, () -> Figures.of(List.of()));
  }
}
