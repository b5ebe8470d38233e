package org.jiujin.kiosk.screen.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// One of several, as rows large enough for a thumb. Choosing only tells; the owner redraws or keeps the rows.
public final class ChoiceList {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /// One row.
  ///
  /// @param value what is told when it is chosen
  /// @param hint a second line, or empty
  public record Choice(String value, String label, String hint) {}

  private final List<Choice> choices;
  private final List<Button> rows;

  /// Rows with the ids `PREFIX.VALUE`.
  ///
  /// @param chosen the value that is chosen now, or empty
  public ChoiceList(
      String idPrefix, List<Choice> choices, String chosen, Consumer<String> listener) {
    this.choices = List.copyOf(choices);
    rows = choices.stream().map(choice -> row(idPrefix, choice)).toList();
    for (int i = 0; i < rows.size(); i++) {
      Choice choice = choices.get(i);
      Button row = rows.get(i);
      row.setOnAction(_ -> {
        mark(choice.value());
        listener.accept(choice.value());
      });
    }
    mark(chosen);
  }

  /// Marks the row of a value without telling the listener.
  public void mark(String value) {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).pseudoClassStateChanged(CHOSEN, choices.get(i).value().equals(value));
    }
  }

  /// The rows, to be laid out by the page.
  public List<Button> rows() {
    return rows;
  }

  private static Button row(String idPrefix, Choice choice) {
    var mark = new StackPane(new Icon(Icon.Shape.CHECK));
    mark.getStyleClass().setAll("choice-mark");
    var words = Parts.column("choice-words", Parts.words(choice.label(), "choice-label"));
    if (!choice.hint().isEmpty()) {
      words.getChildren().add(Parts.words(choice.hint(), "choice-hint"));
    }
    var line = Parts.row("choice-line", mark, Parts.growing(words));
    var row = new RowButton(idPrefix + "." + choice.value(), choice.label(), line);
    row.getStyleClass().setAll("choice");
    return row;
  }
}
