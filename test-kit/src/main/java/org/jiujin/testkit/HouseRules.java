package org.jiujin.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/// The rules that hold in every module. Each module's `ArchitectureTest` checks them over its own classes.
public final class HouseRules {
  private HouseRules() {}

  /// Reads the classes of one module, without its tests.
  ///
  /// @param basePackage the module's package, `org.jiujin.device` for example
  /// @param atLeast how many classes must be found, so that no rule passes on an empty set
  /// @throws AssertionError if fewer classes were found
  public static JavaClasses classesOf(String basePackage, int atLeast) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage);
    if (classes.size() < atLeast) {
      throw new AssertionError(
          "Only %d classes found under %s, at least %d expected: the rules would prove nothing"
              .formatted(classes.size(), basePackage, atLeast));
    }
    return classes;
  }

  /// Checks every rule of the house over one module.
  ///
  /// @param basePackage the module's package; its direct sub-packages must be free of cycles
  public static void check(String basePackage, JavaClasses classes) {
    noCycles(basePackage).check(classes);
    nullMarked().check(classes);
    noStandardStreams().check(classes);
    noSleep().check(classes);
    noWallClock().check(classes);
  }

  static ArchRule noCycles(String basePackage) {
    return slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true) // a module may be one package
        .because("a package that needs its own user cannot be understood or tested alone");
  }

  static ArchRule nullMarked() {
    return ArchRuleDefinition.classes()
        .should(
            new ArchCondition<JavaClass>("be in a @NullMarked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
              }
            })
        .because("NullAway checks marked packages only");
  }

  static ArchRule noStandardStreams() {
    return noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because(
            "operators read logs; a command that prints for people says so by a PrintStream parameter");
  }

  static ArchRule noSleep() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .because(
            "a sleeping thread can be neither stopped nor tested; wait on a condition with a limit");
  }

  static ArchRule noWallClock() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time comes from an InstantSource, so that tests can move it");
  }
}
