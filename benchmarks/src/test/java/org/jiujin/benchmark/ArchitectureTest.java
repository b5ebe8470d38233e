package org.jiujin.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("org.jiujin.benchmark", 12);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.benchmark", CLASSES);
  }

  @Test
  void knowsEachPeerInOnePlace() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Peer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("boofcv..", "com.google.zxing..")
        .because(
            "a benchmark that can reach a peer's inside measures something else than its user gets")
        .check(CLASSES);
  }
}
