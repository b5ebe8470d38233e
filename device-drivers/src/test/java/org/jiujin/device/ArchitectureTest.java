package org.jiujin.device;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "org.jiujin.device";
  private static final List<String> CONTRACTS =
      List.of(".idcard", ".chipcard", ".scanner", ".camera", ".printer", ".cabinet");
  private static final List<String> DRIVERS =
      List.of(
          ".sam",
          ".escpos",
          ".pcsc",
          ".iso7816",
          ".barcode",
          ".zxing",
          ".opencv",
          ".ipp",
          ".modbus");
  private static final String LINE = BASE + ".line..";
  private static final String ISO7816 = BASE + ".iso7816..";
  private static final String VIRTUAL = BASE + ".virtual..";
  private static final String BENCH = BASE + ".bench..";
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
  void knowsTheModbusLibraryInOnePlaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".modbus")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.digitalpetri..")
        .because("the virtual board must not share the driver's mistakes (decision 11)")
        .check(CLASSES);
  }

  @Test
  void keepsContractsFreeOfImplementations() {
    noClasses()
        .that()
        .resideInAnyPackage(below(CONTRACTS, BASE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below(DRIVERS, LINE, VIRTUAL, BENCH))
        .because("an application that knows the contract must not come to need one driver")
        .check(CLASSES);
  }

  @Test
  void letsVirtualDevicesAndDriversKnowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage(VIRTUAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below(DRIVERS))
        .because("a mistake shared by both sides of a protocol is never seen")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(below(DRIVERS, LINE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(VIRTUAL, BENCH)
        .because("a real terminal runs without virtual devices")
        .check(CLASSES);
  }

  @Test
  void hidesDriversBehindTheirFactories() {
    classes()
        .that()
        .resideInAnyPackage(below(DRIVERS))
        .and()
        .resideOutsideOfPackage(ISO7816) // a layer below the drivers, as line is
        .and()
        .haveModifier(JavaModifier.PUBLIC)
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching(".*(Readers|Printers|Scanners|Cameras|Cabinets|Profile|Driver)")
        .because("whoever opens a device gets the contract")
        .check(CLASSES);
  }

  private static String[] below(List<String> rooms, String... more) {
    return Stream.concat(rooms.stream().map(room -> BASE + room + ".."), Stream.of(more))
        .toArray(String[]::new);
  }
}
