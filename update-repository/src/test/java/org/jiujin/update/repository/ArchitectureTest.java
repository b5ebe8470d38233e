package org.jiujin.update.repository;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    String base = "org.jiujin.update.repository";
    JavaClasses module = HouseRules.classesOf(base, 15);
    HouseRules.check(base, module);
  }
}
