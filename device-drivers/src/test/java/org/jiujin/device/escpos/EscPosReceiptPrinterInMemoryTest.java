package org.jiujin.device.escpos;

import java.awt.Font;
import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.device.printer.ReceiptPrinterContract;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Without a terminal.
class EscPosReceiptPrinterInMemoryTest implements ReceiptPrinterContract {
  private final MemoryPort port = new MemoryPort();
  private VirtualReceiptPrinter peer;
  private ReceiptPrinter printer;

  @BeforeEach
  void open() {
    var font = new Font(Font.DIALOG, Font.PLAIN, 12);
    peer = new VirtualReceiptPrinter(port, font, VirtualReceiptPrinter.REAL_SPEED);
    peer.plug();
    printer =
        EscPosPrinters.open(
            new DevicePort("receipt", "memory", true),
            port,
            EscPosProfile.COMMON,
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
  public int strips() {
    return peer.strips();
  }

  @Override
  public String text(int strip) {
    return peer.text(strip).orElseThrow();
  }
}
