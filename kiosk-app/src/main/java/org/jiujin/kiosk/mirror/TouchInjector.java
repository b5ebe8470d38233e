package org.jiujin.kiosk.mirror;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// Turns touches at pixels of the root into the mouse events that a finger on the panel would cause: the node that was
/// pressed gets the drags and the release, leaving it disarms a button, a click follows only when the release is inside.
/// FX thread only.
final class TouchInjector {
  private final Parent root;
  private @Nullable Node pressed;
  private boolean inside;

  TouchInjector(Parent root) {
    this.root = root;
  }

  /// Takes one touch.
  void touch(Touch touch) {
    Point2D at = root.localToScene(touch.x(), touch.y());
    switch (touch.kind()) {
      case PRESS -> press(at);
      case DRAG -> drag(at);
      case RELEASE -> release(at);
      case TAP -> {
        press(at);
        release(at);
      }
    }
  }

  private void press(Point2D at) {
    Node target = ScenePicker.pick(root, at.getX(), at.getY());
    pressed = target;
    if (target != null && !target.isDisabled()) {
      inside = true;
      fire(target, MouseEvent.MOUSE_ENTERED, at);
      fire(target, MouseEvent.MOUSE_PRESSED, at);
    }
  }

  private void drag(Point2D at) {
    Node target = pressed;
    if (target == null || target.isDisabled()) {
      return;
    }
    boolean isInside = isInside(target, at);
    if (isInside != inside) {
      inside = isInside;
      for (Node node = target; node != null; node = node.getParent()) {
        fire(node, isInside ? MouseEvent.MOUSE_ENTERED : MouseEvent.MOUSE_EXITED, at);
      }
    }
    fire(target, MouseEvent.MOUSE_DRAGGED, at);
  }

  private void release(Point2D at) {
    Node target = pressed;
    pressed = null;
    if (target == null || target.isDisabled()) {
      return;
    }
    boolean click = inside && isInside(target, at);
    fire(target, MouseEvent.MOUSE_RELEASED, at);
    if (click) {
      fire(target, MouseEvent.MOUSE_CLICKED, at);
    }
  }

  private boolean isInside(Node target, Point2D at) {
    Node under = ScenePicker.pick(root, at.getX(), at.getY());
    for (Node node = under; node != null; node = node.getParent()) {
      if (node.equals(target)) {
        return true;
      }
    }
    return false;
  }

  private static void fire(Node target, EventType<MouseEvent> type, Point2D at) {
    boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
    Event.fireEvent(
        target,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            new PickResult(target, at.getX(), at.getY())));
  }
}
