package org.jiujin.kiosk.mirror;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Finds the node that a finger at some place would touch, by the rules of the scene: the topmost one wins, what is
/// invisible or transparent to the mouse is passed over, a disabled node swallows the touch.
final class ScenePicker {
  private ScenePicker() {}

  /// The node under a point of the scene, or null where there is none.
  static @Nullable Node pick(Node node, double sceneX, double sceneY) {
    if (!node.isVisible() || node.isMouseTransparent()) {
      return null;
    }
    Point2D here = node.sceneToLocal(sceneX, sceneY);
    if (here == null || isClippedAway(node, here)) {
      return null;
    }
    if (node instanceof Parent parent) {
      List<Node> children = parent.getChildrenUnmodifiable();
      for (int i = children.size() - 1; i >= 0; i--) {
        Node found = pick(children.get(i), sceneX, sceneY);
        if (found != null) {
          return found;
        }
      }
    }
    return isHit(node, here) ? node : null;
  }

  private static boolean isHit(Node node, Point2D here) {
    return node.isPickOnBounds()
        ? node.getLayoutBounds().contains(here)
        : !(node instanceof Group) && node.contains(here);
  }

  private static boolean isClippedAway(Node node, Point2D here) {
    Node clip = node.getClip();
    return clip != null && !clip.contains(clip.parentToLocal(here));
  }
}
