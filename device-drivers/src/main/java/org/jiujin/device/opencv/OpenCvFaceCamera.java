package org.jiujin.device.opencv;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.camera.FaceCamera;
import org.jiujin.device.camera.FacePicture;

/// A camera above the screen.
final class OpenCvFaceCamera extends OpenCvCamera<FacePicture> implements FaceCamera {
  OpenCvFaceCamera(
      DevicePort port,
      Supplier<Stream> streams,
      Audience<FacePicture> audience,
      InstantSource time) {
    super(port, DeviceDescription.Kind.FACE_CAMERA, streams, audience, time);
  }
}
