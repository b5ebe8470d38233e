package org.jiujin.device.opencv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/// The Haar cascades that come inside OpenCV's jar (devices reference, 8.3). Used from one thread.
final class Cascades {
  private static final double STEP = 1.1;

  private final CascadeClassifier front = load("haarcascade_frontalface_alt2.xml");
  private final CascadeClassifier profile = load("haarcascade_profileface.xml");
  private final CascadeClassifier eye = load("haarcascade_eye.xml");

  /// Faces that look here, the largest first.
  List<Box> faces(Mat grey, int least) {
    return found(front, grey, least, 3);
  }

  /// Faces that look to one side, the largest first.
  List<Box> profiles(Mat grey, int least) {
    var all = new ArrayList<>(found(profile, grey, least, 3));
    try (var _ = new PointerScope()) {
      var mirrored = new Mat();
      opencv_core.flip(grey, mirrored, 1);
      for (var box : found(profile, mirrored, least, 3)) {
        all.add(new Box(grey.cols() - box.x() - box.width(), box.y(), box.width(), box.height()));
      }
    }
    all.sort(Comparator.comparingInt(Box::width).reversed());
    return all;
  }

  /// Open eyes.
  List<Box> eyes(Mat grey, int least) {
    return found(eye, grey, least, 3);
  }

  private static List<Box> found(CascadeClassifier cascade, Mat grey, int least, int neighbours) {
    try (var _ = new PointerScope()) {
      var found = new RectVector();
      cascade.detectMultiScale(
          grey, found, STEP, neighbours, 0, new Size(least, least), new Size());
      var boxes = new ArrayList<Box>();
      for (long i = 0; i < found.size(); i++) {
        var box = found.get(i);
        boxes.add(new Box(box.x(), box.y(), box.width(), box.height()));
      }
      boxes.sort(Comparator.comparingInt(Box::width).reversed());
      return boxes;
    }
  }

  private static CascadeClassifier load(String name) {
    try {
      var file =
          Loader.cacheResource(
              Cascades.class,
              "/org/bytedeco/opencv/%s/share/opencv4/haarcascades/%s"
                  .formatted(Loader.getPlatform(), name));
      return new CascadeClassifier(file.getAbsolutePath());
    } catch (IOException
        | NullPointerException missing) { // what the loader throws without the resource
      throw new IllegalStateException("the OpenCV jar has no " + name, missing);
    }
  }

  /// A rectangle in pixels.
  record Box(int x, int y, int width, int height) {
    double middleX() {
      return x + width / 2.0;
    }

    double middleY() {
      return y + height / 2.0;
    }
  }
}
