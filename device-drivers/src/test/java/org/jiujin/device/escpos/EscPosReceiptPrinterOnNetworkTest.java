package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.printer.Bitmap;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.virtual.NetworkSocket;
import org.jiujin.device.virtual.PrinterModel;
import org.junit.jupiter.api.Test;

/// On a socket, and what only a network does.
class EscPosReceiptPrinterOnNetworkTest extends PrinterOnVirtualPaper {
  private final NetworkSocket socket;

  EscPosReceiptPrinterOnNetworkTest() throws IOException {
    socket = NetworkSocket.onAnyPort();
  }

  @Override
  Site site() {
    return Site.onNetwork(socket, WITH_FONT, PrinterModel.COMMON);
  }

  @Test
  void refusesWhileThePrinterHangsBehindAnOpenConnection() {
    socket.deaf(true);
    var refused = assertInstanceOf(PrintOutcome.Refused.class, printer.print(SHORT));
    assertEquals(Fault.Code.NO_ANSWER, refused.fault().code());
    Eventually.within(
        Duration.ofSeconds(5),
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Unavailable);
    socket.deaf(false);
    Eventually.within(
        Duration.ofSeconds(5),
        () -> printer.status().toString(),
        () -> printer.status() instanceof DeviceStatus.Ready);
  }

  @Test
  void isUncertainWhenThePrinterHangsMidPrint() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = CompletableFuture.supplyAsync(() -> printer.print(LONG), threads);
      Eventually.within(
          Duration.ofSeconds(5), () -> "no paper moved", () -> peer.paperUsedMillimetres() > 30);
      socket.deaf(true);
      var uncertain =
          assertInstanceOf(PrintOutcome.Uncertain.class, outcome.get(20, TimeUnit.SECONDS));
      assertEquals(Fault.Code.NO_ANSWER, uncertain.fault().code());
    }
  }

  /// More than all the buffers between the two programs hold.
  @Test
  void isUncertainWhenThePrinterStopsReading() throws Exception {
    var black = Bitmap.of(new BufferedImage(576, 800, BufferedImage.TYPE_INT_RGB));
    var flood = new Receipt(Collections.nCopies(150, new ReceiptLine.Picture(black)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = CompletableFuture.supplyAsync(() -> printer.print(flood), threads);
      Eventually.within(
          Duration.ofSeconds(5), () -> "no paper moved", () -> peer.paperUsedMillimetres() > 10);
      socket.deaf(true);
      var uncertain =
          assertInstanceOf(PrintOutcome.Uncertain.class, outcome.get(25, TimeUnit.SECONDS));
      assertEquals(Fault.Code.NOT_CONNECTED, uncertain.fault().code());
    }
  }
}
