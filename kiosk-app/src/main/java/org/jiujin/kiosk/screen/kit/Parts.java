package org.jiujin.kiosk.screen.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Small pieces that differ only by their style class.
public final class Parts {
  private Parts() {}

  /// Words that wrap instead of being cut off.
  public static Label words(String text, String... styleClasses) {
    var label = new Label(text);
    label.getStyleClass().setAll("words");
    label.getStyleClass().addAll(styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A white card with its parts one below the other.
  public static VBox card(Node... parts) {
    return column("card", parts);
  }

  /// Parts one below the other; the gap comes from the style class.
  public static VBox column(String styleClass, Node... parts) {
    var column = new VBox(parts);
    column.getStyleClass().setAll(styleClass);
    column.setFillWidth(true);
    return column;
  }

  /// Parts beside each other; the gap comes from the style class.
  public static HBox row(String styleClass, Node... parts) {
    var row = new HBox(parts);
    row.getStyleClass().setAll(styleClass);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// Takes the room that the others leave.
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /// An icon on a round or square ground of the given style class.
  public static StackPane badge(Icon.Shape shape, String... styleClasses) {
    var badge = new StackPane(new Icon(shape));
    badge.getStyleClass().setAll("badge");
    badge.getStyleClass().addAll(styleClasses);
    badge.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return badge;
  }

  /// Lets a part grow sideways in a row.
  public static <N extends Node> N growing(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }
    return node;
  }

  /// A box with an icon and words in one of the four tones.
  public static HBox banner(Tone tone, Node... words) {
    var column = growing(column("banner-words", words));
    var banner = row("banner", badge(tone.shape, "badge-" + tone.styleClass), column);
    banner.getStyleClass().add("banner-" + tone.styleClass);
    return banner;
  }

  /// What a box of words is about. Icon and words say it too, never the colour alone.
  public enum Tone {
    INFO("info", Icon.Shape.INFO),
    GOOD("good", Icon.Shape.CHECK),
    WARN("warn", Icon.Shape.WARNING),
    BAD("bad", Icon.Shape.CROSS);

    private final String styleClass;
    private final Icon.Shape shape;

    Tone(String styleClass, Icon.Shape shape) {
      this.styleClass = styleClass;
      this.shape = shape;
    }
  }
}
