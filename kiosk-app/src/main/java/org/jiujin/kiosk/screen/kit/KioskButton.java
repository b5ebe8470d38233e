package org.jiujin.kiosk.screen.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/// A button that acts on release inside itself. Its looks come from the theme alone.
public final class KioskButton extends Button {
  /// How much a button asks to be touched.
  public enum Kind {
    /// The one way forward on a page.
    PRIMARY("primary"),
    /// Any other way.
    SECONDARY("secondary"),
    /// Small things beside the matter.
    QUIET("quiet"),
    /// Lies on the coloured header.
    HEADER("header-button"),
    /// Takes something away from the resident.
    DANGER("danger");

    private final String styleClass;

    Kind(String styleClass) {
      this.styleClass = styleClass;
    }
  }

  private KioskButton(Kind kind, String id, String text) {
    super(text);
    setId(id);
    getStyleClass().setAll("kiosk-button", kind.styleClass);
    setAccessibleText(text);
    setFocusTraversable(false);
    setWrapText(true);
    setAlignment(Pos.CENTER);
  }

  /// A button with words only.
  public static KioskButton of(Kind kind, String id, String text, Runnable action) {
    var button = new KioskButton(kind, id, text);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Puts an icon before the words.
  public KioskButton withIcon(Icon.Shape shape) {
    setGraphic(new Icon(shape));
    return this;
  }

  /// Puts an icon behind the words, for «onwards».
  public KioskButton withTrailingIcon(Icon.Shape shape) {
    setContentDisplay(ContentDisplay.RIGHT);
    return withIcon(shape);
  }
}
