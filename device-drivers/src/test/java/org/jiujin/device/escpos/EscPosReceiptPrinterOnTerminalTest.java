package org.jiujin.device.escpos;

import java.nio.file.Path;
import org.jiujin.device.virtual.PrinterModel;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm, on a real terminal port.
class EscPosReceiptPrinterOnTerminalTest extends PrinterOnVirtualPaper {
  @TempDir private Path folder;

  @Override
  Site site() {
    return Site.onTerminal(folder, WITH_FONT, PrinterModel.COMMON);
  }
}
