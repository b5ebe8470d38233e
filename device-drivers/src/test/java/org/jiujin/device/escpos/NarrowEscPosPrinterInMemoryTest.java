package org.jiujin.device.escpos;

import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.virtual.PrinterModel;

/// Without a port, on narrow paper.
class NarrowEscPosPrinterInMemoryTest extends PrinterOnVirtualPaper {
  @Override
  Site site() {
    return Site.inMemory(WITH_FONT.on(PaperWidth.MM_58), PrinterModel.COMMON.wide(58));
  }
}
