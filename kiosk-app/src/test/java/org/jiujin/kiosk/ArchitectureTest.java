package org.jiujin.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static JavaClasses kiosk;

  @BeforeAll
  static void read() {
    kiosk = HouseRules.classesOf("org.jiujin.kiosk", 150);
  }

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("org.jiujin.kiosk", kiosk);
  }

  @Test
  void keepsTheJourneyPure() {
    classes()
        .that()
        .resideInAPackage("org.jiujin.kiosk.journey..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.time",
            "java.time.format",
            "org.jspecify.annotations",
            "org.jiujin.kiosk.journey..",
            "org.jiujin.kiosk.catalogue..",
            "org.jiujin.kiosk.identity..",
            "org.jiujin.kiosk.material..")
        .because("a journey is replayed from its events: no screen, thread, clock or framework")
        .check(kiosk);
  }

  @Test
  void drawsOnlyInTheRoomsOfTheScreen() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.jiujin.kiosk",
            "org.jiujin.kiosk.screen..",
            "org.jiujin.kiosk.shell..",
            "org.jiujin.kiosk.mirror..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("what decides, files and drives devices is tested without a toolkit")
        .check(kiosk);
  }

  @Test
  void keepsScreensAwayFromDevicesPlatformAndDisk() {
    noClasses()
        .that()
        .resideInAPackage("org.jiujin.kiosk.screen..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jiujin.device..",
            "org.jiujin.kiosk.platform..",
            "org.jiujin.kiosk.application..",
            "java.sql..",
            "java.net.http..")
        .because("a screen draws a state and sends events; runners do the work")
        .check(kiosk);
  }
}
