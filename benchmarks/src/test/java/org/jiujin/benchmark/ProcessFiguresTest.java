package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessFiguresTest {
  @Test
  void findsTheTimesBehindANameWithBlanksAndParentheses() {
    String stat = "4711 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 230 45 0 0 20 0 26 0";
    assertEquals(275, ProcessFigures.ticks(stat));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void measuresThisProcess() {
    var figures = ProcessFigures.of(ProcessHandle.current().pid());
    assertTrue(figures.residentMegabytes() >= figures.proportionalMegabytes(), figures::toString);
    assertTrue(figures.proportionalMegabytes() >= figures.privateMegabytes(), figures::toString);
    assertTrue(figures.privateMegabytes() > 5, figures::toString);
    assertTrue(figures.threads() > 5, figures::toString);
    assertTrue(figures.wakeUps() > 0, figures::toString);
  }
}
