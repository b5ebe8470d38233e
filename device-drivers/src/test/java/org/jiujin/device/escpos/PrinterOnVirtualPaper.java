package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.printer.PaperMeter;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.printer.ReceiptPrinterContract;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.NetworkSocket;
import org.jiujin.device.virtual.PrinterModel;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The driver with a virtual printer at the other end of the line.
abstract class PrinterOnVirtualPaper implements ReceiptPrinterContract {
  static final Font FONT = font();
  static final EscPosProfile WITH_FONT = EscPosProfile.COMMON.drawingWith(List.of(FONT));

  VirtualReceiptPrinter peer;
  ReceiptPrinter printer;

  /// Where the printer is.
  abstract Site site() throws IOException;

  @BeforeEach
  void open() throws IOException {
    var site = site();
    peer = site.peer();
    peer.plug();
    printer =
        EscPosPrinters.open(
            new DevicePort("receipt", "virtual", true),
            site.port(),
            site.profile(),
            InstantSource.system());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void close() {
    printer.close();
    peer.close();
  }

  /// Within a tenth; the roll of the peer is the measure.
  @Test
  void countsThePaperThatItPrints() {
    var meter = (PaperMeter) printer;
    assertEquals(0, meter.printedMillimetres());
    int before = peer.paperUsedMillimetres();
    for (var receipt : List.of(SHORT, LONG)) {
      assertInstanceOf(PrintOutcome.Printed.class, printer.print(receipt));
      int used = peer.paperUsedMillimetres() - before;
      assertEquals(used, (int) meter.printedMillimetres(), used / 10.0, receipt.toString());
    }
  }

  @Override
  public ReceiptPrinter printer() {
    return printer;
  }

  @Override
  public void plug() {
    peer.plug();
  }

  @Override
  public void unplug() {
    peer.unplug();
  }

  @Override
  public void leavePaper(int millimetres) {
    peer.leavePaper(millimetres);
  }

  @Override
  public void refill() {
    peer.refill();
  }

  @Override
  public void openCover() {
    peer.openCover();
  }

  @Override
  public void closeCover() {
    peer.closeCover();
  }

  @Override
  public void jamCutter() {
    peer.jamCutter(true);
  }

  @Override
  public void fallSilent() {
    peer.mute(true);
  }

  @Override
  public void overheat(boolean hot) {
    peer.overheat(hot);
  }

  @Override
  public void breakDown(boolean broken) {
    peer.breakDown(broken);
  }

  @Override
  public int strips() {
    return peer.strips();
  }

  @Override
  public String text(int strip) {
    return peer.text(strip).orElseThrow();
  }

  private static Font font() {
    var file = Path.of(System.getProperty("kiosk.home"), "config/fonts/NotoSansSC-Regular.ttf");
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new File(file.toString()));
    } catch (FontFormatException broken) {
      throw new AssertionError(broken);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// A printer, the way to it, and what the driver is told of it.
  record Site(VirtualReceiptPrinter peer, LinePort port, EscPosProfile profile) {
    static Site onTerminal(Path folder, EscPosProfile profile, PrinterModel model) {
      var link = folder.resolve("receipt");
      return new Site(
          new VirtualReceiptPrinter(link, FONT, model),
          LinePorts.at(link.toString(), 115_200),
          profile);
    }

    static Site inMemory(EscPosProfile profile, PrinterModel model) {
      var port = new MemoryPort();
      return new Site(new VirtualReceiptPrinter(port, FONT, model), port, profile);
    }

    static Site onNetwork(NetworkSocket socket, EscPosProfile profile, PrinterModel model) {
      return new Site(
          new VirtualReceiptPrinter(socket, FONT, model),
          LinePorts.at(socket.address(), 0),
          profile);
    }
  }
}
