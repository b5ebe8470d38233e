package org.jiujin.demo.story;

import java.util.List;
import java.util.Optional;
import org.jiujin.demo.peer.TouchScreen.Look;
import org.jiujin.demo.peer.TouchScreen.Node;
import org.jiujin.demo.peer.TouchScreen.Place;

/// The person in front of the touch screen: sees what is there, touches it with one finger.
public final class Resident {
  /// A scribble in three strokes, long enough to count as a signature.
  private static final List<List<Place>> SIGNATURE =
      List.of(
          List.of(new Place(0.18, 0.30), new Place(0.24, 0.42), new Place(0.20, 0.72)),
          List.of(
              new Place(0.28, 0.34),
              new Place(0.46, 0.30),
              new Place(0.36, 0.52),
              new Place(0.30, 0.74),
              new Place(0.42, 0.58),
              new Place(0.50, 0.72)),
          List.of(
              new Place(0.56, 0.46),
              new Place(0.66, 0.36),
              new Place(0.62, 0.66),
              new Place(0.74, 0.40),
              new Place(0.78, 0.62),
              new Place(0.88, 0.52)));

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
    SIGNATURE.forEach(stroke -> stage.screen().draw(pad, stroke));
    stage.note("signed on " + id);
  }
}
