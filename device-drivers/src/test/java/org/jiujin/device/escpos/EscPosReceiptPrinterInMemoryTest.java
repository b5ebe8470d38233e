package org.jiujin.device.escpos;

import org.jiujin.device.virtual.PrinterModel;

/// Without a port, on wide paper.
class EscPosReceiptPrinterInMemoryTest extends PrinterOnVirtualPaper {
  @Override
  Site site() {
    return Site.inMemory(WITH_FONT, PrinterModel.COMMON);
  }
}
