package org.jiujin.device.opencv;

import java.util.List;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.camera.PageReading;

/// What the cameras can do with a picture that is already there.
public final class OpenCvCameras {
  private OpenCvCameras() {}

  /// Looks for a page in a JPEG or PNG file, as a document camera does in a frame. The first call loads OpenCV, which takes
  /// seconds on a machine where it was never unpacked.
  public static PageReading readPage(byte[] file) {
    var missing = Natives.missing();
    if (missing.isPresent()) {
      return new PageReading.Refused(missing.get());
    }
    return Pictures.decode(file).map(OpenCvCameras::read).orElseGet(PageReading.NoPicture::new);
  }

  /// The frame as a PNG file; empty when this machine has no OpenCV.
  public static Optional<byte[]> png(Frame frame) {
    Optional<Fault> missing = Natives.missing();
    return missing.isPresent() ? Optional.empty() : Optional.of(Pictures.png(frame));
  }

  private static PageReading read(Frame frame) {
    var assessor = new PageAssessor(PageLimits.USUAL, 0, false);
    var assessment = assessor.assess(frame, List.of());
    return assessment.outline().isEmpty()
        ? new PageReading.NoPage(assessment.verdicts())
        : new PageReading.Found(assessment.picture().get(), assessment.verdicts());
  }
}
