package org.jiujin.benchmark;

import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.util.Optional;
import java.util.function.Function;
import org.jiujin.device.scanner.GreyFrame;

/// BoofCV's QR code detector, in its two settings.
final class BoofcvPeer {
  private BoofcvPeer() {}

  static Function<GreyFrame, Optional<String>> precise() {
    return with(new ConfigQrCode());
  }

  static Function<GreyFrame, Optional<String>> fast() {
    return with(ConfigQrCode.fast());
  }

  private static Function<GreyFrame, Optional<String>> with(ConfigQrCode settings) {
    BoofConcurrency.USE_CONCURRENT = false;
    var detector = FactoryFiducial.qrcode(settings, GrayU8.class);
    return frame -> {
      var image = new GrayU8(1, 1);
      image.data = frame.pixels();
      image.width = frame.width();
      image.height = frame.height();
      image.stride = frame.width();
      detector.process(image);
      return detector.getDetections().stream().findFirst().map(found -> found.message);
    };
  }
}
