package org.jiujin.update.patch;

import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    String base = "org.jiujin.update.patch";
    HouseRules.check(base, HouseRules.classesOf(base, 2));
  }
}
