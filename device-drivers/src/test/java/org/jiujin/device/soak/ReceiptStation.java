package org.jiujin.device.soak;

import java.awt.Font;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.escpos.EscPosPrinters;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.virtual.VirtualReceiptPrinter;

/// The receipt printer on a pseudo-terminal.
final class ReceiptStation implements Station {
  private static final Receipt STRIP =
      new Receipt(List.of(ReceiptLine.heading("测试"), new ReceiptLine.Row("编号", "0001")));

  private final VirtualReceiptPrinter peer;
  private final ReceiptPrinter printer;

  ReceiptStation(Path folder, InstantSource time) {
    var link = folder.resolve("receipt");
    peer = new VirtualReceiptPrinter(link, new Font(Font.SANS_SERIF, Font.PLAIN, 24), 1000);
    peer.plug();
    printer = EscPosPrinters.open(new DevicePort("receipt", link.toString(), true), time);
  }

  @Override
  public Device device() {
    return printer;
  }

  @Override
  public boolean work() {
    try {
      return printer.print(STRIP) instanceof PrintOutcome.Printed;
    } finally {
      peer.takeStrips();
    }
  }

  @Override
  public List<Trouble> troubles() {
    return List.of(
        new Trouble("cable", peer::unplug, peer::plug),
        new Trouble("paper end", () -> peer.leavePaper(0), peer::refill),
        new Trouble("cover", peer::openCover, peer::closeCover),
        new Trouble("cutter", () -> peer.jamCutter(true), () -> peer.jamCutter(false)),
        new Trouble("mute", () -> peer.mute(true), () -> peer.mute(false)));
  }

  @Override
  public void close() {
    printer.close();
    peer.close();
  }
}
