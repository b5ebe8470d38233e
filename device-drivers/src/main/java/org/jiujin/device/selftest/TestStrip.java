package org.jiujin.device.selftest;

import java.util.List;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;

/// What a receipt printer prints in a test: sizes, columns, a QR code. Nothing personal.
final class TestStrip {
  private TestStrip() {}

  static Receipt receipt() {
    return new Receipt(
        List.of(
            ReceiptLine.heading("打印机自检"),
            ReceiptLine.text("就近办自助终端"),
            new ReceiptLine.Rule(),
            new ReceiptLine.Row("左列", "右列"),
            new ReceiptLine.Row("ABCDEFG", "0123456789"),
            new ReceiptLine.QrCode("JIUJIN-SELF-TEST", 6),
            ReceiptLine.text("以上文字和二维码清晰、完整，即为正常。"),
            new ReceiptLine.Feed(1)));
  }
}
