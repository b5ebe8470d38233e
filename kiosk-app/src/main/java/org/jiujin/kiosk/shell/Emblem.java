package org.jiujin.kiosk.shell;

import java.util.List;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.screen.kit.Drawing;

/// The mark of the service: a house whose door is a tick.
final class Emblem extends StackPane {
  Emblem() {
    super(
        new Drawing(
            48,
            48,
            List.of(
                new Drawing.Stroke(
                    "M10 4H38Q44 4 44 10V38Q44 44 38 44H10Q4 44 4 38V10Q4 4 10 4Z",
                    "emblem-ground"),
                new Drawing.Stroke("M10 23L24 11L38 23", "emblem-line"),
                new Drawing.Stroke("M15 29.5L22 36L34 24", "emblem-line"))));
    getStyleClass().setAll("emblem");
  }
}
