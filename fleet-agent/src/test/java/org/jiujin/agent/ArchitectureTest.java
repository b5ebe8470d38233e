package org.jiujin.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.agent";
  private static final JavaClasses CLASSES = HouseRules.classesOf(BASE, 40);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check(BASE, CLASSES);
  }

  @Test
  void usesPahoOnlyInTheLink() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".link")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.paho..")
        .because("Paho's traps are handled in one place, and the client must be exchangeable")
        .check(CLASSES);
  }

  @Test
  void policiesHoldNoThreadNoSocketAndNoFile() {
    noClasses()
        .that()
        .haveNameMatching(".*(Policy|EdgeNode|DeadBand|Aliases)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.io..", "java.nio..", "org.eclipse..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .because("a decision that does nothing else can be tested with thousands of histories")
        .check(CLASSES);
  }

  @Test
  void commandsKnowNeitherTheBrokerNorTheSupervisor() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".command")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".link", BASE + ".supervise", BASE + ".health")
        .because("who may command is decided whatever the way that a command comes")
        .check(CLASSES);
  }

  @Test
  void theSupervisorDoesNotKnowTheBroker() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".supervise")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".link", BASE + ".health")
        .because("the app must be kept alive whatever happens to the network")
        .check(CLASSES);
  }
}
