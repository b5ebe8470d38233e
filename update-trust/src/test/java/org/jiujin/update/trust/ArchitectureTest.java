package org.jiujin.update.trust;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.update.trust";
  private final JavaClasses module = HouseRules.classesOf(BASE, 50);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check(BASE, module);
  }

  @Test
  void needsNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(BASE + "..", "java..", "org.jspecify..")
        .because("the agent carries this module and shall stay small")
        .check(module);
  }

  @Test
  void whatMetadataSaysKnowsNoFilesAndNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".json", BASE + ".metadata")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.net..", "java.nio.file..", BASE + ".store", BASE + ".source")
        .because("the writer of repositories shares these words")
        .check(module);
  }

  @Test
  void theClientDoesNotKnowWhereItsBytesAreKeptOrComeFrom() {
    noClasses()
        .that()
        .resideInAPackage(BASE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.(FolderStore|FolderSource|HttpSource)")
        .because("a stick, a mirror and a test are repositories like a web server")
        .check(module);
  }
}
