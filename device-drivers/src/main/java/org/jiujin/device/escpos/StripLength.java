package org.jiujin.device.escpos;

import java.nio.charset.StandardCharsets;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptLine.Size;

/// How long a receipt becomes on paper, from the commands that [EscPosEncoder] makes of it and the line spacing that `ESC @` sets.
/// Within a tenth: printers differ in their usual line spacing.
final class StripLength {
  private static final int DOTS_PER_MILLIMETRE = 8;
  private static final int LINE_DOTS = 30;
  private static final int HIGH_LINE_DOTS = 54;

  /// From the print head to the blade, fed before each cut.
  private static final int CUT_DOTS = 120;

  private StripLength() {}

  static int millimetres(Receipt receipt, EscPosProfile profile) {
    int dots =
        CUT_DOTS + receipt.lines().stream().mapToInt(line -> StripLength.dots(line, profile)).sum();
    return dots / DOTS_PER_MILLIMETRE;
  }

  private static int dots(ReceiptLine line, EscPosProfile profile) {
    int columns = profile.paper().columns();
    int width = profile.paper().dots();
    return switch (line) {
      case ReceiptLine.Text text -> {
        int room = text.size() == Size.DOUBLE ? columns / 2 : columns;
        int height = text.size() == Size.NORMAL ? LINE_DOTS : HIGH_LINE_DOTS;
        yield TextColumns.wrap(text.text(), room).size() * height;
      }
      case ReceiptLine.Row(var key, var value) -> rowLines(key, value, columns) * LINE_DOTS;
      case ReceiptLine.Rule _ -> LINE_DOTS;
      case ReceiptLine.QrCode(var payload, var wanted) -> {
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        yield QrSize.modules(bytes) * QrSize.moduleDots(bytes, wanted, width);
      }
      case ReceiptLine.Picture(var bitmap) ->
          bitmap.width() <= width ? bitmap.height() : bitmap.height() * width / bitmap.width();
      case ReceiptLine.Feed(var lines) -> lines * LINE_DOTS;
    };
  }

  private static int rowLines(String key, String value, int columns) {
    return TextColumns.width(key) + TextColumns.width(value) < columns
        ? 1
        : TextColumns.wrap(key, columns).size() + TextColumns.wrap(value, columns - 4).size();
  }
}
