package org.jiujin.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.fleet";

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check(BASE, HouseRules.classesOf(BASE, 25));
  }

  @Test
  void theFleetWordsDoNotKnowTheLocalLink() {
    noClasses()
        .that()
        .resideInAPackage(BASE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".local")
        .because("the console shares these words and has no local link")
        .check(HouseRules.classesOf(BASE, 25));
  }
}
