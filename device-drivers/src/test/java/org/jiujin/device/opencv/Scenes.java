package org.jiujin.device.opencv;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.stream.IntStream;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.virtual.paper.Desk;
import org.jiujin.device.virtual.paper.PaperScene;
import org.jiujin.device.virtual.paper.Sheet;
import org.jiujin.device.virtual.paper.Spoiling;

/// Pictures for the tests.
final class Scenes {
  static final int WIDTH = 1_024;
  static final int HEIGHT = 768;

  private static final List<BufferedImage> PAGE =
      noisy(new PaperScene(5, Sheet.CERTIFICATE, Desk.WOOD, Spoiling.NONE, false, false));
  private static final List<BufferedImage> DESK =
      noisy(new PaperScene(5, Sheet.CERTIFICATE, Desk.WOOD, Spoiling.NO_PAGE, false, false));

  private Scenes() {}

  static List<BufferedImage> page() {
    return PAGE;
  }

  static List<BufferedImage> desk() {
    return DESK;
  }

  static Frame frame(BufferedImage picture) {
    var bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    return new Frame(picture.getWidth(), picture.getHeight(), Frame.Encoding.BGR, bytes.clone());
  }

  private static List<BufferedImage> noisy(PaperScene scene) {
    return IntStream.range(0, 3).mapToObj(frame -> scene.render(WIDTH, HEIGHT, frame)).toList();
  }
}
