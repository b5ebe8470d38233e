package org.jiujin.kiosk.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.shell.Fx;
import org.jiujin.kiosk.shell.KioskWindow;
import org.jiujin.kiosk.shell.Stand;
import org.junit.jupiter.api.Test;

/// The shell in the scaled window that the demo uses where there is no display.
class KioskWindowTest {
  @Test
  void isTouchedAndPicturedInPixelsOfThePanelThoughTheWindowIsHalfAsLarge() {
    var window = new AtomicReference<Stage>();
    Stand stand = Fx.on(() -> new Stand(new State.Home()));
    Fx.run(() -> {
      stand.scene().setRoot(new Group());
      var stage = new Stage();
      KioskWindow.show(stage, stand.shell().root());
      window.set(stage);
    });
    Fx.run(() -> {
      assertEquals(List.of(540.0, 960.0), size(window.get()));
      var tile = stand.node("home.matter.shehui-baozhang-ka", Button.class);
      Point2D middle =
          stand
              .shell()
              .root()
              .sceneToLocal(tile.localToScene(tile.getWidth() / 2, tile.getHeight() / 2));
      assertEquals(540, middle.getX(), 2);
      new TouchInjector(stand.shell().root())
          .touch(new Touch(middle.getX(), middle.getY(), Touch.Kind.TAP));
      assertInstanceOf(Event.MatterChosen.class, stand.events.getLast());
      WritableImage picture = stand.shell().root().snapshot(null, null);
      assertEquals(1080, (int) picture.getWidth());
      assertEquals(1920, (int) picture.getHeight());
      window.get().close();
      stand.close();
    });
  }

  private static List<Double> size(Stage stage) {
    return List.of(stage.getScene().getWidth(), stage.getScene().getHeight());
  }
}
