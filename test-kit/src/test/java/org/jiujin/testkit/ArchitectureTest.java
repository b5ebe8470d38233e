package org.jiujin.testkit;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.testkit", HouseRules.classesOf("org.jiujin.testkit", 4));
  }
}
