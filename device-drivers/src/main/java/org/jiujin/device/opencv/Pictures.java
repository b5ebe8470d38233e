package org.jiujin.device.opencv;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.scanner.GreyFrame;

/// Decodes and encodes pictures.
final class Pictures {
  /// More than any camera of a terminal has: 24 million pixels.
  private static final long MOST_PIXELS = 24_000_000;

  private static final int QUALITY = 92;

  private Pictures() {}

  /// The picture of a JPEG or PNG file; empty when it is neither, damaged beyond use, or larger than any camera's.
  static Optional<Frame> decode(byte[] file) {
    if (PictureSize.of(file).filter(size -> size.within(MOST_PIXELS)).isEmpty()) {
      return Optional.empty();
    }
    try (var _ = new PointerScope()) {
      var bytes = new BytePointer(file);
      var mat = new Mat(1, file.length, opencv_core.CV_8UC1, bytes);
      var picture = opencv_imgcodecs.imdecode(mat, opencv_imgcodecs.IMREAD_COLOR);
      return picture.empty() ? Optional.empty() : Optional.of(Raster.frame(picture));
    } catch (RuntimeException damaged) { // how the binding reports a cv::Exception
      return Optional.empty();
    }
  }

  /// The frame as a JPEG file, at quality 92.
  static byte[] jpeg(Frame frame) {
    return encode(frame, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
  }

  /// The frame as a PNG file.
  static byte[] png(Frame frame) {
    return encode(frame, ".png", opencv_imgcodecs.IMWRITE_PNG_COMPRESSION, 3);
  }

  private static byte[] encode(Frame frame, String kind, int option, int value) {
    try (var _ = new PointerScope()) {
      var file = new BytePointer();
      var options = new IntPointer(option, value);
      if (!opencv_imgcodecs.imencode(kind, Raster.mat(frame), file, options)) {
        throw new IllegalStateException("cannot encode " + frame);
      }
      byte[] bytes = new byte[Math.toIntExact(file.limit())];
      file.get(bytes);
      return bytes;
    }
  }

  /// The brightness of a colour frame.
  static GreyFrame grey(Frame frame) {
    try (var _ = new PointerScope()) {
      var grey = new Mat();
      opencv_imgproc.cvtColor(Raster.mat(frame), grey, opencv_imgproc.COLOR_BGR2GRAY);
      return new GreyFrame(grey.cols(), grey.rows(), Raster.bytes(grey));
    }
  }

  /// Whether two frames are the same to the last bit; no sensor takes the same picture twice.
  static boolean same(Frame a, Frame b) {
    return a.width() == b.width() && Arrays.equals(a.bytes(), b.bytes());
  }
}
