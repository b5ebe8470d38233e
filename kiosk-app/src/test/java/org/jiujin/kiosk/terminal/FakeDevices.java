package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.StatusBoard;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.printer.PaperMeter;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptPrinter;

/// Devices whose status a test sets by hand.
final class FakeDevices {
  final StatusBoard readerBoard;
  final StatusBoard printerBoard;
  private final DeviceLease readerLease;
  private final DeviceLease printerLease;
  private int closed;
  volatile long printed;

  FakeDevices(InstantSource time) {
    readerLease = new DeviceLease(time, () -> {});
    printerLease = new DeviceLease(time, () -> {});
    readerBoard = new StatusBoard("idcard", time);
    printerBoard = new StatusBoard("receipt", time);
  }

  TerminalDevices open() {
    return new TerminalDevices(new Reader(), new Printer());
  }

  int closed() {
    return closed;
  }

  private final class Reader implements IdentityCardReader {
    @Override
    public CardOutcome read(Duration patience) {
      throw new UnsupportedOperationException("no test reads a card here");
    }

    @Override
    public void cancel() {}

    @Override
    public DeviceDescription description() {
      return new DeviceDescription("idcard", Kind.IDENTITY_CARD_READER, "fake", true, Set.of());
    }

    @Override
    public DeviceStatus status() {
      return readerBoard.status();
    }

    @Override
    public Subscription subscribe(Consumer<DeviceStatus> listener) {
      return readerBoard.subscribe(listener);
    }

    @Override
    public DeviceLease lease() {
      return readerLease;
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Printer implements ReceiptPrinter, PaperMeter {
    @Override
    public long printedMillimetres() {
      return printed;
    }

    @Override
    public int rollMetres() {
      return 80;
    }

    @Override
    public PrintOutcome print(Receipt receipt) {
      return new PrintOutcome.Refused(Fault.of(Fault.Code.NOT_CONNECTED));
    }

    @Override
    public DeviceDescription description() {
      return new DeviceDescription("receipt", Kind.RECEIPT_PRINTER, "fake", true, Set.of());
    }

    @Override
    public DeviceStatus status() {
      return printerBoard.status();
    }

    @Override
    public Subscription subscribe(Consumer<DeviceStatus> listener) {
      return printerBoard.subscribe(listener);
    }

    @Override
    public DeviceLease lease() {
      return printerLease;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
