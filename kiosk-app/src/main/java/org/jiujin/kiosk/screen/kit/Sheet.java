package org.jiujin.kiosk.screen.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A question or a notice over the page, in the lower half, closed by large buttons at its bottom. The page behind
/// cannot be touched.
public final class Sheet extends StackPane {
  /// What stands in a sheet.
  public record Content(String id, Node picture, String title, List<? extends Node> words) {}

  public Sheet(Content content, List<KioskButton> buttons) {
    setId(content.id());
    getStyleClass().setAll("sheet-veil");
    var sheet = new VBox();
    sheet.getStyleClass().setAll("sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    sheet.getChildren().add(content.picture());
    sheet.getChildren().add(Parts.words(content.title(), "title", "centred"));
    sheet.getChildren().addAll(content.words());
    var row = Parts.column("sheet-buttons");
    buttons.forEach(button -> {
      button.setMaxWidth(Double.MAX_VALUE);
      row.getChildren().add(button);
    });
    sheet.getChildren().add(row);
    setAlignment(Pos.BOTTOM_CENTER);
    getChildren().setAll(sheet);
  }
}
