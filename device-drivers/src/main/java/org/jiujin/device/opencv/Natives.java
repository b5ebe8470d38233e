package org.jiujin.device.opencv;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.jiujin.device.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads OpenCV once, when a camera first needs it: the first time on a machine it is unpacked, which takes seconds (devices
/// reference, 8.2).
final class Natives {
  /// Where JavaCPP unpacks to; the program says so by this system property, otherwise it is the user's home.
  static final String CACHE = "org.bytedeco.javacpp.cachedir";

  private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

  /// A terminal has other things to do than to look at pictures on all cores at once.
  private static final int THREADS = 1;

  private Natives() {}

  /// Why OpenCV cannot be used; empty when it can. The first call may take seconds.
  static Optional<Fault> missing() {
    return Loaded.FAULT;
  }

  /// @param cache the folder to unpack to; empty to leave it as it is. Counts for the first camera only.
  static void unpackTo(String cache) {
    if (!cache.isEmpty() && System.getProperty(CACHE) == null) {
      System.setProperty(CACHE, cache);
    }
  }

  private static final class Loaded {
    private static final Optional<Fault> FAULT = load();

    private static Optional<Fault> load() {
      try {
        Loader.load(opencv_core.class);
        Loader.load(opencv_imgproc.class);
        Loader.load(opencv_imgcodecs.class);
        Loader.load(VideoCapture.class);
        Loader.load(CascadeClassifier.class);
        opencv_core.setNumThreads(THREADS);
        return Optional.empty();
      } catch (
          LinkageError
              missing) { // UnsatisfiedLinkError and NoClassDefFoundError: no natives for this
        // machine
        LOG.error(
            "OpenCV cannot be loaded; is its jar for {} there?", Loader.getPlatform(), missing);
        return Optional.of(Fault.of(Fault.Code.MISCONFIGURED, "no OpenCV natives"));
      }
    }
  }
}
