package org.jiujin.device.opencv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.jiujin.device.Fault;
import org.jiujin.device.SettingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// OpenCV's capture: cameras over V4L2 or Media Foundation, and Motion-JPEG in AVI files, which are played round and round.
final class CaptureSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureSource.class);
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final int MJPG = fourcc("MJPG");

  /// So fast that it never holds anything up: a camera keeps its own time.
  private static final int UNBOUND = 1_000;

  private final Target target;
  private final int width;
  private final int height;
  private final boolean recorded;
  private final Pace pace;
  private @Nullable VideoCapture capture;

  private CaptureSource(Target target, int width, int height, boolean recorded, int pace) {
    this.target = target;
    this.width = width;
    this.height = height;
    this.recorded = recorded;
    this.pace = new Pace(pace);
  }

  /// A camera by its number or, on Linux, by the path of its node.
  ///
  /// @throws SettingException when the name is neither
  static CaptureSource camera(String name, int width, int height) {
    return new CaptureSource(
        WINDOWS ? onWindows(name) : onLinux(name), width, height, false, UNBOUND);
  }

  /// A recording.
  static CaptureSource recording(Path file, int framesPerSecond) {
    var target =
        new Target(
            () -> Files.isRegularFile(file),
            capture -> capture.open(file.toString(), opencv_videoio.CAP_OPENCV_MJPEG),
            "recording",
            Fault.Code.MISCONFIGURED);
    return new CaptureSource(target, 0, 0, true, framesPerSecond);
  }

  private static Target onLinux(String name) {
    if (!name.matches("\\d{1,2}|/.+")) {
      throw new SettingException(
          "port", "is camera:" + name + "; write camera:0 or camera:/dev/video0");
    }
    var node = name.startsWith("/") ? Path.of(name) : Path.of("/dev/video" + name);
    // Another program may have it, or it is no camera: some nodes carry nothing but metadata.
    return new Target(
        () -> Files.exists(node),
        capture -> capture.open(node.toString(), opencv_videoio.CAP_V4L2),
        "V4L2 camera",
        Fault.Code.PORT_REFUSED);
  }

  private static Target onWindows(String name) {
    if (!name.matches("\\d{1,2}")) {
      throw new SettingException("port", "is camera:" + name + "; write camera:0");
    }
    int number = Integer.parseInt(name);
    return new Target(
        () -> true,
        capture -> capture.open(number, opencv_videoio.CAP_MSMF),
        "Media Foundation camera",
        Fault.Code.NOT_CONNECTED);
  }

  @Override
  public String model() {
    return target.model;
  }

  @Override
  public boolean present() {
    return target.present.getAsBoolean();
  }

  @Override
  public Opening open() {
    if (capture != null) {
      return new Opening.Opened();
    }
    if (!present()) {
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    var opened = new VideoCapture();
    if (!opens(opened)) {
      opened.close();
      return new Opening.Missing(Fault.of(target.refusal));
    }
    if (!recorded) {
      // Uncompressed frames of this size do not fit through USB 2 at a useful rate.
      opened.set(opencv_videoio.CAP_PROP_FOURCC, MJPG);
      opened.set(opencv_videoio.CAP_PROP_FRAME_WIDTH, width);
      opened.set(opencv_videoio.CAP_PROP_FRAME_HEIGHT, height);
      opened.set(opencv_videoio.CAP_PROP_BUFFERSIZE, 1);
    }
    capture = opened;
    return new Opening.Opened();
  }

  private boolean opens(VideoCapture fresh) {
    try {
      return target.opening.test(fresh) && fresh.isOpened();
    } catch (RuntimeException refused) { // how the binding reports a cv::Exception
      LOG.debug("OpenCV refused to open", refused);
      return false;
    }
  }

  @Override
  public Reading next() {
    var used = capture;
    if (used == null || !present()) {
      return new Reading.Gone();
    }
    pace.await(false);
    try (var _ = new PointerScope()) {
      var frame = new Mat();
      boolean taken = used.read(frame) || rewound(used, frame);
      return taken && !frame.empty() && frame.channels() == 3
          ? new Reading.Taken(Raster.frame(frame))
          : new Reading.Nothing();
    } catch (RuntimeException refused) { // how the binding reports a cv::Exception
      LOG.debug("OpenCV refused to read", refused);
      return new Reading.Nothing();
    }
  }

  /// A recording begins anew by being opened again.
  private boolean rewound(VideoCapture used, Mat frame) {
    return recorded && opens(used) && used.read(frame);
  }

  @Override
  public void close() {
    var used = capture;
    capture = null;
    if (used != null) {
      used.release();
      used.close();
    }
  }

  private static int fourcc(String code) {
    return code.charAt(0) | (code.charAt(1) << 8) | (code.charAt(2) << 16) | (code.charAt(3) << 24);
  }

  /// @param refusal what it means that it is there and cannot be opened
  private record Target(
      BooleanSupplier present, Predicate<VideoCapture> opening, String model, Fault.Code refusal) {}
}
