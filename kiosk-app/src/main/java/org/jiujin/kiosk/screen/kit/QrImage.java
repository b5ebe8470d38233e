package org.jiujin.kiosk.screen.kit;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A QR code to be read by a telephone: whole pixels per module, with the quiet zone that the standard asks for.
public final class QrImage {
  private static final int QUIET_MODULES = 4;

  private QrImage() {}

  /// A picture at most `sizePixels` wide.
  ///
  /// @throws IllegalArgumentException if the text is too long for a QR code
  public static ImageView of(String text, int sizePixels, String accessibleText) {
    var image = image(text, sizePixels);
    var view = new ImageView(image);
    view.setSmooth(false);
    view.setAccessibleText(accessibleText);
    view.getStyleClass().setAll("qr");
    return view;
  }

  private static WritableImage image(String text, int sizePixels) {
    BitMatrix modules = modules(text);
    int scale = Math.max(1, sizePixels / modules.getWidth());
    int size = modules.getWidth() * scale;
    var image = new WritableImage(size, size);
    var writer = image.getPixelWriter();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        writer.setColor(x, y, modules.get(x / scale, y / scale) ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private static BitMatrix modules(String text) {
    var hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QUIET_MODULES,
            EncodeHintType.CHARACTER_SET,
            StandardCharsets.UTF_8.name());
    try {
      return new QRCodeWriter().encode(text, com.google.zxing.BarcodeFormat.QR_CODE, 1, 1, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text does not fit into a QR code", e);
    }
  }
}
