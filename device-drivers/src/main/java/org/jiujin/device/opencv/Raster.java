package org.jiujin.device.opencv;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jiujin.device.camera.Frame;

/// The pixels of a colour picture on the Java side, for reading single ones quickly.
final class Raster {
  private final int width;
  private final int height;
  private final byte[] bgr;

  /// @param bgr rows from the top, three bytes a pixel; not copied
  Raster(int width, int height, byte[] bgr) {
    this.width = width;
    this.height = height;
    this.bgr = bgr;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] bgr() {
    return bgr;
  }

  /// The frame's own bytes.
  static Raster of(Frame frame) {
    return new Raster(frame.width(), frame.height(), frame.bytes());
  }

  /// A copy.
  static Raster of(Mat colours) {
    return new Raster(colours.cols(), colours.rows(), bytes(colours));
  }

  /// A copy of the pixels without padding.
  static byte[] bytes(Mat picture) {
    int row = (int) (picture.cols() * picture.elemSize());
    byte[] bytes = new byte[row * picture.rows()];
    for (int y = 0; y < picture.rows(); y++) {
      picture.ptr(y).get(bytes, y * row, row);
    }
    return bytes;
  }

  /// A copy in native memory; the caller's scope lets go of it.
  static Mat mat(Frame frame) {
    var mat = new Mat(frame.height(), frame.width(), opencv_core.CV_8UC3);
    mat.data().put(frame.bytes());
    return mat;
  }

  /// A copy on the Java side.
  static Frame frame(Mat picture) {
    return new Frame(picture.cols(), picture.rows(), Frame.Encoding.BGR, bytes(picture));
  }

  /// One channel, 0 for blue, between the pixels; the nearest one outside the picture.
  double at(double x, double y, int channel) {
    double inX = Math.clamp(x, 0, width - 1.001);
    double inY = Math.clamp(y, 0, height - 1.001);
    int left = (int) inX;
    int top = (int) inY;
    double fx = inX - left;
    double fy = inY - top;
    int i = (top * width + left) * 3 + channel;
    int below = i + (top + 1 < height ? width * 3 : 0);
    int right = left + 1 < width ? 3 : 0;
    return (1 - fy) * ((1 - fx) * (bgr[i] & 0xFF) + fx * (bgr[i + right] & 0xFF))
        + fy * ((1 - fx) * (bgr[below] & 0xFF) + fx * (bgr[below + right] & 0xFF));
  }

  /// One channel of the nearest pixel.
  int nearest(double x, double y, int channel) {
    int column = Math.clamp(Math.round(x), 0, width - 1);
    int row = Math.clamp(Math.round(y), 0, height - 1);
    return bgr[(row * width + column) * 3 + channel] & 0xFF;
  }
}
