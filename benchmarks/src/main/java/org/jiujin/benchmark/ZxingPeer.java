package org.jiujin.benchmark;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiujin.device.scanner.GreyFrame;

/// ZXing as an application uses it that does nothing of its own.
final class ZxingPeer {
  private ZxingPeer() {}

  static Function<GreyFrame, Optional<String>> thorough() {
    var reader = new MultiFormatReader();
    reader.setHints(Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ALSO_INVERTED, true));
    return frame -> {
      try {
        return Optional.of(reader.decodeWithState(bitmap(frame)).getText());
      } catch (NotFoundException nothing) {
        return Optional.empty();
      } finally {
        reader.reset();
      }
    };
  }

  static Function<GreyFrame, Optional<String>> qrCode() {
    var reader = new QRCodeReader();
    return frame -> {
      try {
        return Optional.of(reader.decode(bitmap(frame)).getText());
      } catch (NotFoundException | ChecksumException | FormatException nothing) {
        return Optional.empty();
      }
    };
  }

  private static BinaryBitmap bitmap(GreyFrame frame) {
    return new BinaryBitmap(
        new HybridBinarizer(
            new PlanarYUVLuminanceSource(
                frame.pixels(),
                frame.width(),
                frame.height(),
                0,
                0,
                frame.width(),
                frame.height(),
                false)));
  }
}
