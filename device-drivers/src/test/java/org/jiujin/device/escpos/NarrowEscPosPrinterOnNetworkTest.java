package org.jiujin.device.escpos;

import java.io.IOException;
import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.virtual.NetworkSocket;
import org.jiujin.device.virtual.PrinterModel;

/// On a socket, on narrow paper.
class NarrowEscPosPrinterOnNetworkTest extends PrinterOnVirtualPaper {
  @Override
  Site site() throws IOException {
    return Site.onNetwork(
        NetworkSocket.onAnyPort(), WITH_FONT.on(PaperWidth.MM_58), PrinterModel.COMMON.wide(58));
  }
}
