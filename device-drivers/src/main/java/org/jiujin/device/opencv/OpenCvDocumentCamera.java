package org.jiujin.device.opencv;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.camera.DocumentCamera;
import org.jiujin.device.camera.PagePicture;

/// A camera over a desk.
final class OpenCvDocumentCamera extends OpenCvCamera<PagePicture> implements DocumentCamera {
  OpenCvDocumentCamera(
      DevicePort port,
      Supplier<Stream> streams,
      Audience<PagePicture> audience,
      InstantSource time) {
    super(port, DeviceDescription.Kind.DOCUMENT_CAMERA, streams, audience, time);
  }
}
