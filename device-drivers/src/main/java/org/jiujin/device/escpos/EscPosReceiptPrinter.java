package org.jiujin.device.escpos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DeviceLane;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.StatusBoard;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptPrinter;

/// A printer that understands ESC/POS and answers real-time status questions. It is asked every second how it is.
final class EscPosReceiptPrinter implements ReceiptPrinter {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// Longer than any print, so that a look waits behind one instead of giving the lane up.
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(40);

  private static final Duration PRINT_LIMIT = Duration.ofSeconds(30);

  /// One late answer is no reason to call the printer dead.
  private static final int SILENCES = 2;

  private final DevicePort port;
  private final LinePort linePort;
  private final EscPosProfile profile;
  private final InstantSource time;
  private final StatusBoard board;
  private final DeviceLease lease;
  private final DeviceLane lane;
  private volatile Link link;
  private int silences;

  EscPosReceiptPrinter(
      DevicePort port, LinePort linePort, EscPosProfile profile, InstantSource time) {
    this.port = port;
    this.linePort = linePort;
    this.profile = profile;
    this.time = time;
    this.board = new StatusBoard(port.id(), time);
    this.lease = new DeviceLease(time, () -> {}); // a print runs to its end, whoever began it
    this.link = new Link(linePort, time);
    this.lane = new DeviceLane("device-" + port.id(), this::letGo);
  }

  void start() {
    lane.every(LOOK_EVERY, LOOK_LIMIT, this::look);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port.id(),
        DeviceDescription.Kind.RECEIPT_PRINTER,
        "ESC/POS 80 mm",
        port.simulated(),
        Set.of(
            Capability.LIVE_STATUS,
            Capability.PAPER_NEAR_END,
            Capability.QR_CODE,
            Capability.CUTTER));
  }

  @Override
  public DeviceStatus status() {
    return board.status();
  }

  @Override
  public Subscription subscribe(Consumer<DeviceStatus> listener) {
    return board.subscribe(listener);
  }

  @Override
  public DeviceLease lease() {
    return lease;
  }

  @Override
  public PrintOutcome print(Receipt receipt) {
    return lane.call(
        PRINT_LIMIT,
        () -> printNow(receipt),
        lateness ->
            switch (lateness) {
              case NEVER_BEGUN -> new PrintOutcome.Refused(Fault.of(Fault.Code.NO_ANSWER));
              case BEGUN -> new PrintOutcome.Uncertain(Fault.of(Fault.Code.NO_ANSWER));
            });
  }

  @Override
  public void close() {
    lane.close();
    link.retire();
  }

  private PrintOutcome printNow(Receipt receipt) {
    var used = link;
    var outcome =
        switch (used.reach()) {
          case Link.State.Up(var line, var fresh) ->
              new PrintJob(line, fresh, profile).run(receipt);
          case Link.State.Down(var fault) -> new PrintOutcome.Refused(fault);
        };
    look(); // a print is when paper and cutter change
    return outcome;
  }

  private void look() {
    var used = link;
    switch (used.reach()) {
      case Link.State.Up(var line, var fresh) -> {
        switch (new StatusTalk(line).inquire(fresh)) {
          case StatusTalk.Inquiry.Known(var state) -> {
            used.proven();
            show(state);
          }
          case StatusTalk.Inquiry.Failed(var fault) -> failed(used, fault);
        }
      }
      case Link.State.Down(var fault) -> down(fault);
    }
  }

  private void show(PrinterState state) {
    if (!lane.isCurrent()) {
      return; // this thread hung and was given up; its news is old
    }
    silences = 0;
    state
        .obstacle()
        .ifPresentOrElse(
            board::unavailable,
            () -> state.warning().ifPresentOrElse(board::degraded, board::ready));
  }

  private void failed(Link used, Fault fault) {
    if (fault.code() == Fault.Code.NOT_CONNECTED) {
      used.drop();
      down(fault);
    } else if (++silences >= SILENCES) {
      down(fault);
    }
  }

  private void down(Fault fault) {
    if (lane.isCurrent()) {
      board.unavailable(fault);
    }
  }

  /// On the new thread, after the old one hung.
  private void letGo() {
    link.retire();
    link = new Link(linePort, time);
    board.unavailable(Fault.of(Fault.Code.NO_ANSWER));
  }
}
