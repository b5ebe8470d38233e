package org.jiujin.device.escpos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptPrinter;

/// A printer that understands ESC/POS and answers real-time status questions. It is asked every second how it is.
final class EscPosReceiptPrinter extends LineDevice implements ReceiptPrinter {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// Longer than any print, so that a look waits behind one instead of giving the lane up.
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(40);

  private static final Duration PRINT_LIMIT = Duration.ofSeconds(30);

  private final EscPosProfile profile;

  EscPosReceiptPrinter(
      DevicePort port, LinePort linePort, EscPosProfile profile, InstantSource time) {
    super(port, linePort, time);
    this.profile = profile;
  }

  void start() {
    lookEvery(LOOK_EVERY, LOOK_LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.RECEIPT_PRINTER,
        "ESC/POS 80 mm",
        port().simulated(),
        Set.of(
            Capability.LIVE_STATUS,
            Capability.PAPER_NEAR_END,
            Capability.QR_CODE,
            Capability.CUTTER));
  }

  @Override
  public PrintOutcome print(Receipt receipt) {
    if (!admitsCaller()) {
      return new PrintOutcome.Refused(Fault.of(Fault.Code.IN_USE));
    }
    return onLane(
        PRINT_LIMIT,
        () -> printNow(receipt),
        lateness ->
            switch (lateness) {
              case NEVER_BEGUN -> new PrintOutcome.Refused(Fault.of(Fault.Code.NO_ANSWER));
              case BEGUN -> new PrintOutcome.Uncertain(Fault.of(Fault.Code.NO_ANSWER));
            });
  }

  private PrintOutcome printNow(Receipt receipt) {
    var outcome =
        switch (link().reach()) {
          case Link.State.Up(var line, var fresh) ->
              new PrintJob(line, fresh, profile).run(receipt);
          case Link.State.Down(var fault) -> new PrintOutcome.Refused(fault);
        };
    look(); // a print is when paper and cutter change
    return outcome;
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    switch (new StatusTalk(up.line()).inquire(up.fresh())) {
      case StatusTalk.Inquiry.Known(var state) -> {
        used.proven();
        show(state);
      }
      case StatusTalk.Inquiry.Failed(var fault) -> report(used, up.line(), fault, true);
    }
  }

  private void show(PrinterState state) {
    heard();
    state
        .obstacle()
        .ifPresentOrElse(
            this::unavailable, () -> state.warning().ifPresentOrElse(this::degraded, this::ready));
  }
}
