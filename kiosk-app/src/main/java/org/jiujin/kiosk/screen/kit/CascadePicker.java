package org.jiujin.kiosk.screen.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Chooses by narrowing down: province, city, county. What was chosen stands above and can be taken back.
public final class CascadePicker extends VBox {
  /// One name and what lies below it; without anything below, choosing it ends the choice.
  public record Option(String value, String label, List<Option> below) {}

  private final Texts texts;
  private final String idPrefix;
  private final List<Option> top;
  private final List<Option> path = new ArrayList<>();
  private final Consumer<List<Option>> listener;

  /// @param listener told the path from the top to the chosen leaf
  public CascadePicker(
      Texts texts, String idPrefix, List<Option> top, Consumer<List<Option>> listener) {
    this.texts = texts;
    this.idPrefix = idPrefix;
    this.top = List.copyOf(top);
    this.listener = listener;
    getStyleClass().setAll("cascade");
    draw();
  }

  private void draw() {
    getChildren().clear();
    if (!path.isEmpty()) {
      var crumbs = new FlowPane();
      crumbs.getStyleClass().setAll("cascade-path");
      for (int depth = 0; depth < path.size(); depth++) {
        crumbs.getChildren().add(crumb(depth));
      }
      getChildren().add(crumbs);
    }
    List<Option> options = path.isEmpty() ? top : path.getLast().below();
    getChildren().add(Parts.growing(new PagedBox(texts, rows(options))));
  }

  private List<Node> rows(List<Option> options) {
    var choices =
        options.stream()
            .map(option -> new ChoiceList.Choice(option.value(), option.label(), ""))
            .toList();
    return List.copyOf(
        new ChoiceList(idPrefix, choices, "", value -> choose(options, value)).rows());
  }

  private void choose(List<Option> options, String value) {
    Option option =
        options.stream().filter(each -> each.value().equals(value)).findFirst().orElseThrow();
    if (option.below().isEmpty()) {
      var whole = new ArrayList<>(path);
      whole.add(option);
      listener.accept(List.copyOf(whole));
    } else {
      path.add(option);
      draw();
    }
  }

  private KioskButton crumb(int depth) {
    return KioskButton.of(
            KioskButton.Kind.SECONDARY,
            idPrefix + ".back." + depth,
            path.get(depth).label(),
            () -> {
              path.subList(depth, path.size()).clear();
              draw();
            })
        .withTrailingIcon(Icon.Shape.CROSS);
  }
}
