package org.jiujin.device.escpos;

import java.nio.file.Path;
import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.virtual.PrinterModel;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm, on a real terminal port, on narrow paper.
class NarrowEscPosPrinterOnTerminalTest extends PrinterOnVirtualPaper {
  @TempDir private Path folder;

  @Override
  Site site() {
    return Site.onTerminal(folder, WITH_FONT.on(PaperWidth.MM_58), PrinterModel.COMMON.wide(58));
  }
}
