package org.jiujin.device.opencv;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.jiujin.device.virtual.face.FaceScene;
import org.jiujin.device.virtual.face.FaceSpoiling;

/// Drawn faces for the tests of cameras.
final class FaceScenes {
  private static final long SEED = 70_000;
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  private static final List<BufferedImage> LOOKING = noisy(FaceSpoiling.NONE);
  private static final List<BufferedImage> TWO = noisy(FaceSpoiling.TWO_FACES);
  private static final List<BufferedImage> NOBODY = noisy(FaceSpoiling.NO_FACE);

  private FaceScenes() {}

  static List<BufferedImage> looking() {
    return LOOKING;
  }

  static List<BufferedImage> two() {
    return TWO;
  }

  static List<BufferedImage> nobody() {
    return NOBODY;
  }

  private static List<BufferedImage> noisy(FaceSpoiling spoiling) {
    var scene = new FaceScene(SEED, spoiling);
    return IntStream.range(0, 5).mapToObj(frame -> scene.render(WIDTH, HEIGHT, frame)).toList();
  }
}
