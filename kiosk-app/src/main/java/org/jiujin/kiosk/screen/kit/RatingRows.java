package org.jiujin.kiosk.screen.kit;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;

/// The five levels of 好差评, from 5 down to 1, each with a face, its words and its stars.
public final class RatingRows {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final List<Icon.Shape> FACES =
      List.of(
          Icon.Shape.FACE_1,
          Icon.Shape.FACE_2,
          Icon.Shape.FACE_3,
          Icon.Shape.FACE_4,
          Icon.Shape.FACE_5);

  private final List<Button> rows;

  /// @param chosen the level chosen now, 0 for none
  public RatingRows(Texts texts, int chosen, IntConsumer listener) {
    rows =
        IntStream.iterate(5, level -> level >= 1, level -> level - 1)
            .mapToObj(level -> row(texts, level, chosen, listener))
            .toList();
  }

  /// The rows, best first.
  public List<Button> rows() {
    return rows;
  }

  private Button row(Texts texts, int level, int chosen, IntConsumer listener) {
    String words = texts.text("rating.level." + level);
    var line =
        Parts.row(
            "choice-line",
            new Icon(FACES.get(level - 1), "icon-large"),
            Parts.growing(Parts.words(words, "choice-label")),
            Parts.words("★".repeat(level), "stars"));
    var row = new RowButton("rating.level." + level, words, line);
    row.getStyleClass().setAll("choice", "rating");
    row.pseudoClassStateChanged(CHOSEN, level == chosen);
    row.setOnAction(_ -> {
      rows.forEach(other -> other.pseudoClassStateChanged(CHOSEN, other == row));
      listener.accept(level);
    });
    return row;
  }
}
