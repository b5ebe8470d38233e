package org.jiujin.kiosk.screen.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.shell.Fx;
import org.junit.jupiter.api.Test;

class SignaturePadTest {
  @Test
  void aDotIsNoSignatureButALongStrokeIs() {
    Fx.run(() -> {
      SignaturePad pad = pad();
      move(pad, MouseEvent.MOUSE_PRESSED, 100, 100);
      assertFalse(pad.signedProperty().get());
      assertFalse(pad.emptyProperty().get());
      move(pad, MouseEvent.MOUSE_DRAGGED, 250, 100);
      assertFalse(pad.signedProperty().get(), "150 px are less than 40 mm");
      move(pad, MouseEvent.MOUSE_DRAGGED, 270, 100);
      assertTrue(pad.signedProperty().get());
      pad.clear();
      assertFalse(pad.signedProperty().get());
      assertTrue(pad.emptyProperty().get());
    });
  }

  @Test
  void thePictureIsBlackInkOnWhite() {
    Png.Pixels pixels =
        Fx.on(() -> {
          SignaturePad pad = pad();
          move(pad, MouseEvent.MOUSE_PRESSED, 100, 100);
          move(pad, MouseEvent.MOUSE_DRAGGED, 300, 100);
          return Png.Pixels.of(new Image(new ByteArrayInputStream(pad.png())));
        });
    assertEquals(600, pixels.width());
    assertEquals(0xff000000, pixels.argb()[100 * 600 + 200]);
    assertEquals(0xffffffff, pixels.argb()[0]);
    long dark = Arrays.stream(pixels.argb()).filter(pixel -> (pixel & 0xff) < 64).count();
    assertTrue(dark > 600 && dark < 1600, dark + " dark pixels");
  }

  @Test
  void aFingerThatLeavesThePadStaysOnItsEdge() {
    Fx.run(() -> {
      SignaturePad pad = pad();
      move(pad, MouseEvent.MOUSE_PRESSED, 590, 100);
      move(pad, MouseEvent.MOUSE_DRAGGED, 5000, 100);
      assertFalse(pad.signedProperty().get(), "ink outside does not count");
    });
  }

  private static SignaturePad pad() {
    var pad = new SignaturePad("签名框", 4.03);
    var root = new StackPane(pad);
    new Scene(root, 600, 300).snapshot(null);
    return pad;
  }

  private static void move(SignaturePad pad, EventType<MouseEvent> type, double x, double y) {
    Event.fireEvent(
        pad,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
