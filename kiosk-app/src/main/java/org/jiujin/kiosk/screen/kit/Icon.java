package org.jiujin.kiosk.screen.kit;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A line drawing on a grid of 24 × 24, drawn for this product. Its size comes from the style sheet, in `em`, its colour
/// from the class `icon-line`.
public final class Icon extends Region {
  private static final double GRID = 24;

  private final Scale scale = new Scale(1, 1);

  /// What can be drawn.
  public enum Shape {
    ARROW_LEFT("M20 12H4M10.5 5.5L4 12L10.5 18.5"),
    ARROW_RIGHT("M4 12H20M13.5 5.5L20 12L13.5 18.5"),
    ARROW_UP("M12 20V4M5.5 10.5L12 4L18.5 10.5"),
    ARROW_DOWN("M12 4V20M5.5 13.5L12 20L18.5 13.5"),
    CHEVRON_RIGHT("M9 4.5L16.5 12L9 19.5"),
    CHECK("M4 12.8L9.5 18L20 6.5"),
    CROSS("M5.5 5.5L18.5 18.5M18.5 5.5L5.5 18.5"),
    HELP(
        "M4 15V12C4 7.6 7.6 4 12 4S20 7.6 20 12V15M4 13.5H6.2C7 13.5 7.5 14 7.5 14.8V17.7C7.5 18.5 7 19 6.2 19H5.8"
            + "C4.8 19 4 18.2 4 17.2ZM20 13.5H17.8C17 13.5 16.5 14 16.5 14.8V17.7C16.5 18.5 17 19 17.8 19H18.2"
            + "C19.2 19 20 18.2 20 17.2ZM18.5 19C18 20.6 16.5 21.3 13.5 21.3"),
    HOME("M4 11.2L12 4L20 11.2M6 9.6V20H18V9.6M10 20V14H14V20"),
    END("M14 4H6V20H14M10 12H21M17.2 8L21 12L17.2 16"),
    CARD("M3.5 5.5H20.5V18.5H3.5ZM6.5 9H12M6.5 12H11M6.5 15H10M15.2 9.2H17.8V15H14.2V9.2Z"),
    CHIP_CARD("M3 5.5H21V18.5H3ZM6 10H10.5V14H6ZM13.5 10.5H18M13.5 13.5H16.5M6 12H10.5"),
    PERSON(
        "M12 11.6A3.8 3.8 0 1 0 12 4A3.8 3.8 0 0 0 12 11.6ZM4.5 20.2C5 16.4 8 14.4 12 14.4S19 16.4 19.5 20.2"),
    ELDER(
        "M10 8.2A2.6 2.6 0 1 0 10 3A2.6 2.6 0 0 0 10 8.2ZM6 20.5L8 15.5L7.2 11.4C8.6 10.2 11.4 10.2 12.6 11.6L14.6 14"
            + "M11.4 15.2L12.4 20.5M17.5 20.5V13.4C17.5 12 15.2 12 15.2 13.6"),
    CLOCK("M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM12 7.5V12L15.2 14"),
    MONEY(
        "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM8.4 7.5L12 12L15.6 7.5M12 12V17M8.8 12H15.2M8.8 14.6H15.2"),
    DOCUMENT("M6 3.5H14L18.5 8V20.5H6ZM14 3.5V8H18.5M9 12H15.5M9 15.5H15.5"),
    LAW(
        "M12 4V20M7 20H17M5 7.5H19M5 7.5L2.5 13.5A2.7 2.7 0 0 0 7.5 13.5ZM19 7.5L16.5 13.5A2.7 2.7 0 0 0 21.5 13.5Z"),
    SHIELD(
        "M12 3.2L19.5 6V11.5C19.5 16 16.5 19.3 12 21C7.5 19.3 4.5 16 4.5 11.5V6ZM8.5 12L11.2 14.6L15.8 9.6"),
    PEN("M4 20L5.2 15.4L16 4.6L19.4 8L8.6 18.8ZM13.6 7L17 10.4M12.5 20.5H20"),
    ERASE("M9 19.5L4 14.5L13.5 5L20 11.5L12 19.5ZM9.2 9.5L15.5 15.8M9 19.5H20"),
    PRINTER("M7 9V3.5H17V9M7 17H4V9H20V17H17M7 14H17V20.5H7ZM16.5 11.5H17.5"),
    WARNING("M12 3.8L21.5 20H2.5ZM12 9.8V14.4M12 17V17.4"),
    INFO("M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM12 11V16.6M12 7.6V8"),
    CLOUD_OFF(
        "M7.5 18.5H16.8C19.2 18.5 20.8 16.8 20.8 14.7C20.8 12.6 19.3 11 17.2 10.8C16.8 8 14.7 6 12 6"
            + "C9.6 6 7.7 7.3 6.9 9.4C4.8 9.8 3.2 11.6 3.2 14C3.2 16.6 5.1 18.5 7.5 18.5ZM4 3.5L20 21.5"),
    SAVE("M4.5 4.5H16L19.5 8V19.5H4.5ZM8 4.5V9H15V4.5M8 19.5V13.5H16V19.5"),
    PHONE("M7 2.8H17V21.2H7ZM10.8 18.2H13.2M7 5.8H17M7 15.8H17"),
    CALL(
        "M6 3.8L9.2 3.5L11 8L8.8 9.8C9.8 12 11.8 14 14.2 15.2L16 13L20.5 14.8L20.2 18C20 19.4 19 20.3 17.6 20.2"
            + "C10.4 19.6 4.4 13.6 3.8 6.4C3.7 5 4.6 4 6 3.8Z"),
    BANK("M3.5 9L12 4L20.5 9ZM5.5 9V17M10 9V17M14 9V17M18.5 9V17M3.5 17H20.5V20H3.5Z"),
    PIN(
        "M12 21C8 16.4 5.8 13 5.8 9.8A6.2 6.2 0 0 1 18.2 9.8C18.2 13 16 16.4 12 21ZM12 12.2A2.4 2.4 0 1 0 12 7.4A2.4 2.4 0 0 0 12 12.2Z"),
    BACKSPACE("M8.5 5.5H20.5V18.5H8.5L3 12ZM11.5 9.2L17 14.8M17 9.2L11.5 14.8"),
    LOCK("M6 10.5H18V20.5H6ZM8.5 10.5V7.5A3.5 3.5 0 0 1 15.5 7.5V10.5M12 14.4V16.8"),
    SCREEN("M4 4H20V16H4ZM9 20.5H15M12 16V20.5"),
    PLUG("M9 3.5V8M15 3.5V8M6.5 8H17.5V11.5A5.5 5.5 0 0 1 6.5 11.5ZM12 17V21"),
    RETRY("M19.6 9.5A8 8 0 1 0 20 13.6M20.2 4.5V9.8H14.9"),
    HAND(
        "M8.5 13V5.6A1.6 1.6 0 0 1 11.7 5.6V11M11.7 11.5V9.8A1.6 1.6 0 0 1 14.9 9.8V11.8M14.9 12V11.2A1.5 1.5 0 0 1 17.9 11.2"
            + "V15.5C17.9 19 15.8 21 12.7 21C9.8 21 8.4 19.8 7 17.4L4.4 13.2C3.7 11.8 5.6 10.7 6.6 11.9L8.5 14"),
    FACE_5(
        "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM7.4 12.8C7.8 18.2 16.2 18.2 16.6 12.8ZM7.8 9.6C8.3 8.4 9.6 8.4 10.1 9.6"
            + "M13.9 9.6C14.4 8.4 15.7 8.4 16.2 9.6"),
    FACE_4(
        "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM7.8 14C9.2 17 14.8 17 16.2 14M9 9V9.6M15 9V9.6"),
    FACE_3("M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM8.2 15H15.8M9 9V9.6M15 9V9.6"),
    FACE_2(
        "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM8.2 16.2C9.4 13.8 14.6 13.8 15.8 16.2M9 9V9.6M15 9V9.6"),
    FACE_1(
        "M12 3.5A8.5 8.5 0 1 0 12 20.5A8.5 8.5 0 0 0 12 3.5ZM7.8 17C9 13.2 15 13.2 16.2 17M7.6 8.2L10.2 9.6M16.4 8.2L13.8 9.6");

    private final String path;

    Shape(String path) {
      this.path = path;
    }
  }

  /// An icon of the usual size; style classes such as `icon-large` change it.
  public Icon(Shape shape, String... styleClasses) {
    var line = new SVGPath();
    line.setContent(shape.path);
    line.getStyleClass().setAll("icon-line");
    line.getTransforms().setAll(scale);
    line.setManaged(false);
    getStyleClass().setAll("icon");
    getStyleClass().addAll(styleClasses);
    getChildren().setAll(line);
    setMouseTransparent(true);
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / GRID);
    scale.setY(getHeight() / GRID);
  }
}
