package org.jiujin.demo.story;

import java.util.Optional;
import org.jiujin.demo.peer.TouchScreen.Look;
import org.jiujin.demo.peer.TouchScreen.Node;

/// The person in front of the touch screen: sees what is there, touches it with one finger.
public final class Resident {
  private final Stage stage;
  private String lastPictured = "";

  Resident(Stage stage) {
    this.stage = stage;
  }

  /// Waits until a screen is shown, and keeps a picture of it.
  public Look sees(String screen) throws InterruptedException {
    Look look =
        stage.await(
            "the screen " + screen,
            () -> Optional.of(stage.screen().look()).filter(now -> now.screen().equals(screen)));
    remember(screen);
    return look;
  }

  /// Waits until a screen is shown with a certain node on it, where several pages share the screen; keeps a picture.
  public Node sees(String screen, String id) throws InterruptedException {
    Node node =
        stage.await(
            "the screen " + screen + " with " + id,
            () ->
                Optional.of(stage.screen().look())
                    .filter(now -> now.screen().equals(screen))
                    .flatMap(now -> now.node(id)));
    remember(screen + "-" + id);
    return node;
  }

  private void remember(String what) {
    if (!what.equals(lastPictured)) {
      lastPictured = what;
      stage.note("screen " + what);
      stage.pictureScreen(what);
    }
  }

  /// Waits until a node is visible.
  public Node finds(String id) throws InterruptedException {
    return stage.await(id + " on the screen", () -> stage.screen().look().node(id));
  }

  /// Touches a node as soon as it is visible and can be touched.
  public void touches(String id) throws InterruptedException {
    Node node =
        stage.await(
            id + " on the screen, ready to be touched",
            () -> stage.screen().look().node(id).filter(found -> !found.disabled()));
    stage.screen().tap(node);
    stage.note("touched " + id);
  }

  /// Signs with a finger on a node.
  public void signsOn(String id) throws InterruptedException {
    Node pad = finds(id);
    Signature.strokes().forEach(stroke -> stage.screen().draw(pad, stroke));
    stage.note("signed on " + id);
  }
}
