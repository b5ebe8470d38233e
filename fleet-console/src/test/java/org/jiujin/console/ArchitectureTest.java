package org.jiujin.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.console";
  private static final JavaClasses CLASSES = HouseRules.classesOf(BASE, 60);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check(BASE, CLASSES);
  }

  @Test
  void keepsItsModulesApart() {
    ApplicationModules.of(FleetConsole.class).verify();
  }

  @Test
  void usesTheMqttClientOnlyInIngest() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".ingest")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .because("the client has traps that one wrapper knows")
        .check(CLASSES);
  }

  @Test
  void usesTheBrokersOwnClassesOnlyInBroker() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".broker")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.activemq..")
        .because("the broker is exchangeable: everybody else knows its address only")
        .check(CLASSES);
  }

  @Test
  void usesTheDatabaseServersClassesOnlyInDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".database")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.zonky..")
        .because("the database is exchangeable: everybody else speaks SQL")
        .check(CLASSES);
  }
}
