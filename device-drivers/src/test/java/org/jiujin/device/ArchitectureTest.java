package org.jiujin.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.device";
  private static final JavaClasses CLASSES = HouseRules.classesOf(BASE, 80);

  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check(BASE, CLASSES);
  }

  @Test
  void knowsSerialPortsInOnePlaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".line")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fazecast..")
        .because("the rules for a port that goes away are kept in one place")
        .check(CLASSES);
  }

  @Test
  void keepsContractsFreeOfImplementations() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE, BASE + ".idcard", BASE + ".printer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".line..",
            BASE + ".sam..",
            BASE + ".escpos..",
            BASE + ".virtual..",
            BASE + ".bench..")
        .because("an application that knows the contract must not come to need one driver")
        .check(CLASSES);
  }

  @Test
  void letsVirtualDevicesAndDriversKnowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".virtual")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".sam", BASE + ".escpos")
        .because("a mistake shared by both sides of a protocol is never seen")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".sam", BASE + ".escpos", BASE + ".line")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".virtual", BASE + ".bench")
        .because("a real terminal runs without virtual devices")
        .check(CLASSES);
  }

  @Test
  void hidesDriversBehindTheirFactories() {
    classes()
        .that()
        .resideInAnyPackage(BASE + ".sam", BASE + ".escpos")
        .and()
        .haveModifier(JavaModifier.PUBLIC)
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching(".*(SamReaders|EscPosPrinters|EscPosProfile)")
        .because("whoever opens a device gets the contract")
        .check(CLASSES);
  }
}
