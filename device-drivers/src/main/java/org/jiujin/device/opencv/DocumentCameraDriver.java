package org.jiujin.device.opencv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;

/// `document-camera`: cameras over a desk, by V4L2 on Linux and Media Foundation on Windows, and recordings in their place.
///
/// | setting | |
/// |---|---|
/// | `width`, `height` | pixels to ask the camera for; usually 2592 by 1944 |
/// | `preview-fps` | most frames a second of a preview; usually 15 |
/// | `recording-fps` | frames a second of a recording; usually 15 |
/// | `freeze-seconds` | how long a camera may give the same picture; usually 3, 0 for recordings, which is for ever |
/// | `focal-percent` | the lens in hundredths of the picture's width, when it is known; otherwise told from the perspective |
/// | `flatten` | `true` to even out the light on captured pages |
/// | `natives` | the folder that OpenCV is unpacked to |
public final class DocumentCameraDriver implements DeviceDriver {
  private static final int USUAL_WIDTH = 2_592;
  private static final int USUAL_HEIGHT = 1_944;

  /// Linux numbers cameras from 0; a terminal has a few.
  private static final int MOST_CAMERAS = 16;

  @Override
  public String name() {
    return "document-camera";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.DOCUMENT_CAMERA;
  }

  @Override
  public Set<String> settings() {
    var names = new HashSet<>(CameraSettings.NAMES);
    names.addAll(List.of("focal-percent", "flatten"));
    return Set.copyOf(names);
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    return open(port, settings, StreamLimits.USUAL, time);
  }

  Device open(DevicePort port, DriverSettings settings, StreamLimits limits, InstantSource time) {
    var common = CameraSettings.of(port, settings, USUAL_WIDTH, USUAL_HEIGHT);
    double focal = settings.number("focal-percent", 0, 0, 400) / 100.0;
    var assessor = new PageAssessor(PageLimits.USUAL, focal, settings.flag("flatten", false));
    var streams = common.streams(port.address(), limits);
    Natives.unpackTo(settings.text("natives", ""));
    var audience = new Audience<>("device-" + port.id(), assessor, common.previewsPerSecond());
    var camera = new OpenCvDocumentCamera(port, streams, audience, time);
    camera.start();
    return camera;
  }

  /// Proposes every camera that Linux knows as one for documents; which of them looks at a face, a person must say.
  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return IntStream.range(0, MOST_CAMERAS)
        .mapToObj(number -> "/dev/video" + number)
        .filter(path -> Files.exists(Path.of(path)))
        .map(path -> new Found("camera:" + path, "camera"))
        .toList();
  }
}
