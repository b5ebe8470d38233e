package org.jiujin.kiosk.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.jiujin.testkit.HouseRules;
import org.junit.jupiter.api.Test;

/// Who may know whom around the screens.
class ScreenPackagesTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("org.jiujin.kiosk", 60);

  @Test
  void screensDrawAndSendAndDoNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("org.jiujin.kiosk.screen..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jiujin.kiosk.platform..",
            "org.jiujin.kiosk.application..",
            "org.jiujin.kiosk.session..",
            "org.jiujin.kiosk.shell..",
            "org.jiujin.device..",
            "org.springframework..")
        .because("a screen draws a state and sends events; the work is the runners'")
        .check(CLASSES);
  }

  @Test
  void viewModelsKnowNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .because("a view model is tested without a toolkit")
        .check(CLASSES);
  }

  @Test
  void nothingUnderTheScreensNeedsAwt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
        .because("the terminal starts faster and smaller without java.desktop")
        .check(CLASSES);
  }
}
