package org.jiujin.kiosk.mirror;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// The visible nodes that have an id, as JSON: for players and tests that look before they touch. FX thread only.
final class NodeList {
  private NodeList() {}

  /// `{"screen":"home","nodes":[…]}` in pixels of the root.
  static String json(Parent root, String screen) {
    var nodes = new ArrayList<String>();
    collect(root, root, nodes);
    return "{\"screen\":" + quoted(screen) + ",\"nodes\":[" + String.join(",", nodes) + "]}";
  }

  private static void collect(Parent root, Node node, List<String> nodes) {
    if (!node.isVisible()) {
      return;
    }
    if (node.getId() != null && !node.getId().isEmpty()) {
      nodes.add(entry(root, node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(root, child, nodes));
    }
  }

  private static String entry(Parent root, Node node) {
    Bounds at = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    Bounds bounds = at == null ? new BoundingBox(0, 0, 0, 0) : at;
    return "{\"id\":%s,\"text\":%s,\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d,\"disabled\":%b}"
        .formatted(
            quoted(node.getId()),
            quoted(text(node)),
            Math.round(bounds.getMinX()),
            Math.round(bounds.getMinY()),
            Math.round(bounds.getWidth()),
            Math.round(bounds.getHeight()),
            node.isDisabled());
  }

  private static String text(Node node) {
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()) {
      return labeled.getText();
    }
    String spoken = node.getAccessibleText();
    return spoken == null ? "" : spoken;
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            out.append('\\').appendCodePoint(point);
          } else if (point < ' ') {
            out.append("\\u%04x".formatted(point));
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.append('"').toString();
  }
}
