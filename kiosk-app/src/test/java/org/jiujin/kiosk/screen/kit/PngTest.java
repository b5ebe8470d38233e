package org.jiujin.kiosk.screen.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import org.jiujin.kiosk.shell.Fx;
import org.junit.jupiter.api.Test;

class PngTest {
  private static final int[] COLOURS =
      IntStream.range(0, 12).map(i -> 0xff000000 | i * 0x152a3f).toArray();

  @Test
  void whatIsWrittenIsReadBackAsItWas() {
    assertArrayEquals(COLOURS, read(Png.encode(new Png.Pixels(4, 3, COLOURS))));
  }

  @Test
  void keepsTransparencyWhenAsked() {
    int[] pixels = {0x00000000, 0xff112233, 0xffffffff};
    assertArrayEquals(pixels, read(Png.encodeWithAlpha(new Png.Pixels(3, 1, pixels))));
  }

  @Test
  void aBlankPanelIsSmall() {
    var blank = new int[1080 * 1920];
    assertEquals(true, Png.encode(new Png.Pixels(1080, 1920, blank)).length < 60_000);
  }

  private static int[] read(byte[] png) {
    return Fx.on(() -> Png.Pixels.of(new Image(new ByteArrayInputStream(png))).argb());
  }
}
