package org.jiujin.config;

import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.config", HouseRules.classesOf("org.jiujin.config", 7));
  }
}
