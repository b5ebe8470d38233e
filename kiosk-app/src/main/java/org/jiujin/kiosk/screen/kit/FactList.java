package org.jiujin.kiosk.screen.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Names and values below each other in one card, some with a button to change them.
public final class FactList {
  /// One line.
  ///
  /// @param id node id of the value
  /// @param edit what a touch on «修改» does, if the line can be changed
  public record Fact(String id, String name, String value, Optional<Runnable> edit) {
    public Fact(String id, String name, String value) {
      this(id, name, value, Optional.empty());
    }
  }

  private FactList() {}

  /// A card with a heading and its lines.
  public static VBox card(Texts texts, String heading, List<Fact> facts) {
    var parts = new ArrayList<Node>();
    if (!heading.isEmpty()) {
      parts.add(Parts.words(heading, "card-heading"));
    }
    facts.forEach(fact -> parts.add(line(texts, fact)));
    var card = Parts.card(parts.toArray(Node[]::new));
    card.getStyleClass().add("facts");
    return card;
  }

  /// A card whose lines stand closer together, where there are many.
  public static VBox compactCard(Texts texts, String heading, List<Fact> facts) {
    var card = card(texts, heading, facts);
    card.getStyleClass().add("compact");
    return card;
  }

  private static Node line(Texts texts, Fact fact) {
    var name = Parts.words(fact.name(), "fact-name");
    var value = Parts.growing(Parts.words(fact.value(), "fact-value"));
    value.setId(fact.id());
    var line = Parts.row("fact", name, value);
    fact.edit()
        .ifPresent(edit -> {
          var button =
              KioskButton.of(
                  KioskButton.Kind.QUIET, fact.id() + ".edit", texts.text("fact.edit"), edit);
          button.setAccessibleText(texts.text("fact.editNamed", fact.name()));
          button.setMinWidth(VBox.USE_PREF_SIZE);
          line.getChildren().add(button.withIcon(Icon.Shape.PEN));
        });
    return line;
  }
}
