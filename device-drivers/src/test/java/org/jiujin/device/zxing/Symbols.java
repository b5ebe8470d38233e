package org.jiujin.device.zxing;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.jiujin.device.scanner.GreyFrame;

/// Clean pictures of QR codes for tests.
final class Symbols {
  static final Budget UNLIMITED = () -> false;

  private Symbols() {}

  static ByteMatrix matrix(String text, ErrorCorrectionLevel level, int version) {
    try {
      return Encoder.encode(
              text,
              level,
              Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }

  /// A picture with a margin in modules.
  static GreyFrame picture(ByteMatrix matrix, int module, int margin) {
    int side = (matrix.getWidth() + 2 * margin) * module;
    var pixels = new byte[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / module - margin;
        int row = y / module - margin;
        boolean inside =
            column >= 0 && row >= 0 && column < matrix.getWidth() && row < matrix.getWidth();
        pixels[y * side + x] = (byte) (inside && matrix.get(column, row) == 1 ? 20 : 235);
      }
    }
    return new GreyFrame(side, side, pixels);
  }

  static GreyFrame turned(GreyFrame frame) {
    int side = frame.width();
    var pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i % side * side + side - 1 - i / side] = frame.pixels()[i];
    }
    return new GreyFrame(side, side, pixels);
  }

  static GreyFrame mirrored(GreyFrame frame) {
    int side = frame.width();
    var pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i / side * side + side - 1 - i % side] = frame.pixels()[i];
    }
    return new GreyFrame(side, side, pixels);
  }

  static GreyFrame inverted(GreyFrame frame) {
    var pixels = frame.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (255 - (pixels[i] & 0xFF));
    }
    return new GreyFrame(frame.width(), frame.height(), pixels);
  }
}
