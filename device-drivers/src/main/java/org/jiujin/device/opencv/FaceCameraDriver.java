package org.jiujin.device.opencv;

import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;

/// `face-camera`: cameras above the screen, by V4L2 on Linux and Media Foundation on Windows, and recordings in their place.
///
/// | setting | |
/// |---|---|
/// | `width`, `height` | pixels to ask the camera for; usually 1280 by 720 |
/// | `preview-fps` | most frames a second of a preview; usually 15 |
/// | `recording-fps` | frames a second of a recording; usually 15 |
/// | `freeze-seconds` | how long a camera may give the same picture; usually 3, 0 for recordings, which is for ever |
/// | `natives` | the folder that OpenCV is unpacked to |
public final class FaceCameraDriver implements DeviceDriver {
  private static final int USUAL_WIDTH = 1_280;
  private static final int USUAL_HEIGHT = 720;

  @Override
  public String name() {
    return "face-camera";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.FACE_CAMERA;
  }

  @Override
  public Set<String> settings() {
    return CameraSettings.NAMES;
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    return open(port, settings, StreamLimits.USUAL, time);
  }

  Device open(DevicePort port, DriverSettings settings, StreamLimits limits, InstantSource time) {
    var common = CameraSettings.of(port, settings, USUAL_WIDTH, USUAL_HEIGHT);
    var assessor = new FaceAssessor(FaceLimits.USUAL);
    var streams = common.streams(port.address(), limits);
    Natives.unpackTo(settings.text("natives", ""));
    var audience = new Audience<>("device-" + port.id(), assessor, common.previewsPerSecond());
    var camera = new OpenCvFaceCamera(port, streams, audience, time);
    camera.start();
    return camera;
  }
}
