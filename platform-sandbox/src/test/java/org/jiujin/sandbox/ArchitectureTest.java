package org.jiujin.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("org.jiujin.sandbox", 30);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.sandbox", CLASSES);
  }

  @Test
  void hidesEverythingButItsDoor() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .should()
        .haveSimpleName("PlatformSandbox")
        .orShould()
        .haveSimpleName("RunningSandbox")
        .because(
            "the sandbox is reached over HTTP only, so that the client under test is the shipped one")
        .check(CLASSES);
  }

  @Test
  void knowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jiujin.kiosk..",
            "org.jiujin.device..",
            "org.jiujin.fleet..",
            "org.jiujin.agent..",
            "org.jiujin.console..")
        .because("what both sides of a wire share in code cannot disagree in a test")
        .check(CLASSES);
  }
}
