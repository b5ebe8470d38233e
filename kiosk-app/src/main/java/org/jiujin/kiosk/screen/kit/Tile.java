package org.jiujin.kiosk.screen.kit;

import javafx.scene.control.Button;

/// A large button with an icon, a name and a line below it. When it cannot be used it says why in that line.
public final class Tile {
  private Tile() {}

  /// What a tile shows.
  ///
  /// @param id node id, unique on the page
  /// @param hint one line below the name; when the tile is unusable, the reason
  public record Face(String id, Icon.Shape icon, String name, String hint, boolean usable) {}

  /// A tile with its action.
  public static Button of(Face face, Runnable action) {
    var name = Parts.words(face.name(), "tile-name");
    var hint = Parts.words(face.hint(), face.usable() ? "tile-hint" : "tile-reason");
    var row =
        Parts.row(
            "tile-row",
            Parts.badge(face.icon(), "badge-tile"),
            Parts.growing(Parts.column("tile-words", name, hint)),
            new Icon(face.usable() ? Icon.Shape.CHEVRON_RIGHT : Icon.Shape.PLUG, "icon-quiet"));
    var tile = new RowButton(face.id(), face.name() + "，" + face.hint(), row);
    tile.getStyleClass().setAll("tile");
    tile.setDisable(!face.usable());
    tile.setOnAction(_ -> action.run());
    return tile;
  }
}
