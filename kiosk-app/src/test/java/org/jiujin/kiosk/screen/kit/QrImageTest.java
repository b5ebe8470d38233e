package org.jiujin.kiosk.screen.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.jiujin.kiosk.shell.Fx;
import org.junit.jupiter.api.Test;

class QrImageTest {
  @Test
  void aTelephoneReadsWhatWasWritten() throws Exception {
    Png.Pixels pixels =
        Fx.on(() -> Png.Pixels.of(QrImage.of("6211212026112300010000017", 330, "二维码").getImage()));
    var source = new RGBLuminanceSource(pixels.width(), pixels.height(), pixels.argb());
    var result = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
    assertEquals("6211212026112300010000017", result.getText());
  }
}
