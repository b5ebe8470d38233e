package org.jiujin.device.escpos;

import org.jiujin.device.virtual.PrinterModel;

/// A printer that reports changes by itself and answers no real-time question.
class AutoStatusPrinterTest extends PrinterOnVirtualPaper {
  @Override
  Site site() {
    return Site.inMemory(
        WITH_FONT.telling(EscPosProfile.Status.ASB),
        PrinterModel.COMMON.answering(false, true, true));
  }
}
