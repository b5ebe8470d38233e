package org.jiujin.kiosk.screen.kit;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// «第 3 步 共 8 步» with the step's name and one bar per step.
public final class StepHeader extends VBox {
  /// Where on its way a matter is.
  ///
  /// @param number from 1 to `count`
  /// @param name the step's name in Chinese
  public record Step(int number, int count, String name) {}

  public StepHeader(Texts texts, Step step) {
    getStyleClass().setAll("step-header");
    setId("step");
    var position =
        Parts.words(texts.text("step.position", step.number(), step.count()), "step-position");
    position.setWrapText(false);
    var name = Parts.words(step.name(), "step-name");
    var bars = new HBox();
    bars.getStyleClass().setAll("step-bars");
    for (int i = 1; i <= step.count(); i++) {
      bars.getChildren()
          .add(bar(i < step.number() ? "done" : i == step.number() ? "now" : "ahead"));
    }
    getChildren().setAll(Parts.row("step-words", position, name), bars);
    setAccessibleText(position.getText() + "，" + step.name());
  }

  private static Region bar(String styleClass) {
    var bar = new Region();
    bar.getStyleClass().setAll("step-bar", "step-bar-" + styleClass);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    return bar;
  }
}
