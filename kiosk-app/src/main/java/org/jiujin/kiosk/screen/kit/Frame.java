package org.jiujin.kiosk.screen.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The scaffold below the header: step, title and lead on top, the body between, the actions at the bottom where a
/// seated person reaches them.
public final class Frame extends BorderPane {
  /// The words on top of a page. An empty title or lead takes no room.
  public record Heading(Optional<StepHeader.Step> step, String title, String lead) {}

  public Frame(Texts texts, Heading heading, Node body, List<? extends Node> actions) {
    getStyleClass().setAll("frame");
    var top = new VBox();
    top.getStyleClass().setAll("frame-top");
    heading.step().ifPresent(step -> top.getChildren().add(new StepHeader(texts, step)));
    if (!heading.title().isEmpty()) {
      top.getChildren().add(Parts.words(heading.title(), "title"));
    }
    if (!heading.lead().isEmpty()) {
      top.getChildren().add(Parts.words(heading.lead(), "lead"));
    }
    setTop(top);
    var middle = new VBox(body);
    middle.getStyleClass().setAll("frame-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    setCenter(middle);
    setBottom(actionBar(actions));
  }

  private static HBox actionBar(List<? extends Node> actions) {
    var bar = new HBox();
    bar.getStyleClass().setAll("action-bar");
    bar.getChildren().setAll(actions);
    for (Node action : actions) {
      if (action instanceof Region region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        region.setMaxHeight(Double.MAX_VALUE);
      }
    }
    if (!actions.isEmpty()) {
      Parts.growing(actions.getLast());
    }
    return bar;
  }
}
