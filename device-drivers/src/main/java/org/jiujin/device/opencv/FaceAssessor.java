package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.jiujin.device.camera.Area;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.FaceFlaw;
import org.jiujin.device.camera.FacePicture;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.camera.Verdict;
import org.jspecify.annotations.Nullable;

/// Finds and judges faces. Says nothing about whose they are.
final class FaceAssessor implements Assessor<FacePicture> {
  private static final int LONGEST = 640;

  /// Smaller faces are passers-by.
  private static final double LEAST_FACE = 0.09;

  private final FaceLimits limits;
  private @Nullable Cascades cascades;

  FaceAssessor(FaceLimits limits) {
    this.limits = limits;
  }

  @Override
  public Assessment<FacePicture> assess(Frame frame, List<Corner> before) {
    cascades(); // outside of the scope, which would let go of them
    try (var _ = new PointerScope()) {
      double scale = Math.max(1, Math.max(frame.width(), frame.height()) / (double) LONGEST);
      var small = new Mat();
      var size =
          new Size(
              (int) Math.round(frame.width() / scale), (int) Math.round(frame.height() / scale));
      opencv_imgproc.resize(Raster.mat(frame), small, size, 0, 0, opencv_imgproc.INTER_AREA);
      var grey = new Mat();
      opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
      var even = new Mat();
      opencv_imgproc.equalizeHist(grey, even);
      return assess(frame, scale, new Views(small, grey, even));
    }
  }

  private Assessment<FacePicture> assess(Frame frame, double scale, Views views) {
    int least = (int) (views.grey.rows() * LEAST_FACE);
    var faces = cascades().faces(views.even, least);
    if (faces.isEmpty()) {
      return without(views, least, scale);
    }
    var face = faces.getFirst();
    var verdicts = new ArrayList<Verdict>();
    if (faces.size() > 1) {
      verdicts.add(new Verdict(FaceFlaw.SEVERAL_FACES, faces.size(), 1));
    }
    place(face, views, verdicts);
    looks(face, views, verdicts);
    verdicts.sort(Comparator.comparing(verdict -> (FaceFlaw) verdict.flaw()));
    return new Assessment<>(outline(face, scale), verdicts, () -> picture(frame, face, scale));
  }

  /// No face looks here; one that looks aside is another matter than none.
  private Assessment<FacePicture> without(Views views, int least, double scale) {
    var profiles = cascades().profiles(views.even, least);
    var verdicts = new ArrayList<Verdict>();
    if (profiles.isEmpty()) {
      verdicts.add(new Verdict(FaceFlaw.NO_FACE, 0, 1));
    } else {
      verdicts.add(new Verdict(FaceFlaw.NOT_FRONTAL, -1, limits.likeness()));
    }
    double level = opencv_core.mean(views.grey).get(0);
    if (level < limits.dark()) {
      verdicts.add(new Verdict(FaceFlaw.TOO_DARK, level, limits.dark()));
    }
    return new Assessment<>(
        profiles.isEmpty() ? List.of() : outline(profiles.getFirst(), scale),
        verdicts,
        () -> {
          throw new IllegalStateException("there is no face in this frame");
        });
  }

  private void place(Cascades.Box face, Views views, List<Verdict> verdicts) {
    double width = face.width() / (double) views.grey.rows();
    if (width < limits.far()) {
      verdicts.add(new Verdict(FaceFlaw.TOO_FAR, width, limits.far()));
    } else if (width > limits.close()) {
      verdicts.add(new Verdict(FaceFlaw.TOO_CLOSE, width, limits.close()));
    }
    double off =
        Math.hypot(
                face.middleX() - views.grey.cols() / 2.0, face.middleY() - views.grey.rows() / 2.0)
            / views.grey.cols();
    if (off > limits.centred()) {
      verdicts.add(new Verdict(FaceFlaw.NOT_CENTRED, off, limits.centred()));
    }
  }

  private void looks(Cascades.Box face, Views views, List<Verdict> verdicts) {
    var inner = new Rect(face.x(), face.y(), face.width(), face.height());
    var grey = new Mat(views.grey, inner);
    double level = opencv_core.mean(middle(grey)).get(0);
    if (level < limits.dark()) {
      verdicts.add(new Verdict(FaceFlaw.TOO_DARK, level, limits.dark()));
    }
    double brighter = around(views.grey, face) - level;
    if (brighter > limits.backlit()) {
      verdicts.add(new Verdict(FaceFlaw.BACKLIT, brighter, limits.backlit()));
    }
    double likeness = HalfLikeness.of(grey);
    if (likeness < limits.likeness()) {
      verdicts.add(new Verdict(FaceFlaw.NOT_FRONTAL, likeness, limits.likeness()));
    }
    double sharpness = FaceSharpness.of(grey);
    if (sharpness < limits.sharpness()) {
      verdicts.add(new Verdict(FaceFlaw.BLURRED, sharpness, limits.sharpness()));
    }
    eyes(new Mat(views.even, inner), verdicts);
  }

  private void eyes(Mat face, List<Verdict> verdicts) {
    var upper = new Mat(face, new Rect(0, face.rows() / 6, face.cols(), face.rows() * 5 / 12));
    var large = new Mat();
    opencv_imgproc.resize(upper, large, new Size(240, 100), 0, 0, opencv_imgproc.INTER_CUBIC);
    var eyes = cascades().eyes(large, 24);
    var left = eyes.stream().filter(eye -> eye.middleX() < 112).findFirst();
    var right = eyes.stream().filter(eye -> eye.middleX() > 128).findFirst();
    int seen = (left.isPresent() ? 1 : 0) + (right.isPresent() ? 1 : 0);
    if (seen < 2) {
      verdicts.add(new Verdict(FaceFlaw.EYES_CLOSED, seen, 2));
      return;
    }
    double rise = right.get().middleY() - left.get().middleY();
    double run = right.get().middleX() - left.get().middleX();
    double slope = Math.abs(Math.toDegrees(Math.atan2(rise, run)));
    if (slope > limits.slopeDegrees()) {
      verdicts.add(new Verdict(FaceFlaw.NOT_FRONTAL, slope, limits.slopeDegrees()));
    }
  }

  private static Mat middle(Mat face) {
    return new Mat(
        face, new Rect(face.cols() / 5, face.rows() / 5, face.cols() * 3 / 5, face.rows() * 3 / 5));
  }

  /// The brightness of what is left and right of the head.
  private static double around(Mat grey, Cascades.Box face) {
    int reach = face.width() / 2;
    int top = Math.max(0, face.y() - face.height() / 4);
    int height = Math.min(grey.rows() - top, face.height());
    double sum = 0;
    int sides = 0;
    int left = face.x() - reach - face.width() / 4;
    int right = face.x() + face.width() + face.width() / 4;
    for (int x : new int[] {left, right}) {
      int from = Math.max(0, x);
      int width = Math.min(grey.cols(), x + reach) - from;
      if (width > 4) {
        sum += opencv_core.mean(new Mat(grey, new Rect(from, top, width, height))).get(0);
        sides++;
      }
    }
    return sides == 0 ? 0 : sum / sides;
  }

  private static List<Corner> outline(Cascades.Box face, double scale) {
    double left = face.x() * scale;
    double top = face.y() * scale;
    double right = (face.x() + face.width()) * scale;
    double bottom = (face.y() + face.height()) * scale;
    return List.of(
        new Corner(left, top),
        new Corner(right, top),
        new Corner(right, bottom),
        new Corner(left, bottom));
  }

  /// Head and shoulders: half a face more on each side, a third above, two thirds below.
  private static FacePicture picture(Frame frame, Cascades.Box face, double scale) {
    int left = (int) Math.max(0, (face.x() - face.width() * 0.5) * scale);
    int top = (int) Math.max(0, (face.y() - face.height() * 0.45) * scale);
    int right = (int) Math.min(frame.width(), (face.x() + face.width() * 1.5) * scale);
    int bottom = (int) Math.min(frame.height(), (face.y() + face.height() * 1.65) * scale);
    try (var _ = new PointerScope()) {
      var part = new Mat(Raster.mat(frame), new Rect(left, top, right - left, bottom - top));
      double width = right - left;
      double height = bottom - top;
      var where =
          new Area(
              (face.x() * scale - left) / width,
              (face.y() * scale - top) / height,
              face.width() * scale / width,
              face.height() * scale / height);
      return new FacePicture(Raster.frame(part), where);
    }
  }

  private Cascades cascades() {
    var loaded = cascades;
    if (loaded == null) {
      loaded = new Cascades();
      cascades = loaded;
    }
    return loaded;
  }

  /// The same picture in colours, in grey, and in grey with even light.
  private record Views(Mat small, Mat grey, Mat even) {}
}
