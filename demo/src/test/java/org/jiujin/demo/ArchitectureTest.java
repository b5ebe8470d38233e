package org.jiujin.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("org.jiujin.demo", 30);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.demo", CLASSES);
  }

  @Test
  void knowsTheProductOnlyFromOutside() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jiujin.device..",
            "org.jiujin.fleet..",
            "org.jiujin.kiosk..",
            "org.jiujin.agent..",
            "org.jiujin.console..",
            "org.jiujin.sandbox..")
        .because("a story must see what a person sees: the processes and what they answer")
        .check(CLASSES);
  }

  @Test
  void drivesTheBrowserInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.jiujin.demo.peer.ConsolePage")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.openqa.selenium..")
        .because("the browser's switches and folders are set in one place only")
        .check(CLASSES);
  }
}
