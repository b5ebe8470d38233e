package org.jiujin.device.escpos;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jiujin.device.printer.PaperMeter;
import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jspecify.annotations.Nullable;

/// A printer that understands ESC/POS. It is asked every second how it is, as far as its profile says that it answers.
final class EscPosReceiptPrinter extends LineDevice implements ReceiptPrinter, PaperMeter {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// Longer than any print, so that a look waits behind one instead of giving the lane up.
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(40);

  private static final Duration PRINT_LIMIT = Duration.ofSeconds(30);

  /// One lost answer of the sensor says nothing.
  private static final int BLIND_LOOKS = 3;

  private final EscPosProfile profile;
  private volatile @Nullable StatusTalk talk;
  private final AtomicLong printed = new AtomicLong();
  private int blindLooks;

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
        "ESC/POS " + profile.paper().millimetres() + " mm",
        port().simulated(),
        capabilities());
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

  @Override
  public long printedMillimetres() {
    return printed.get();
  }

  @Override
  public int rollMetres() {
    return profile.rollMetres();
  }

  private PrintOutcome printNow(Receipt receipt) {
    var outcome =
        switch (link().reach()) {
          case Link.State.Up(var line, var fresh) ->
              new PrintJob(talkOver(line), fresh, profile).run(receipt);
          case Link.State.Down(var fault) -> new PrintOutcome.Refused(fault);
        };
    if (!(outcome instanceof PrintOutcome.Refused)) {
      printed.addAndGet(StripLength.millimetres(receipt, profile));
    }
    look(); // a print is when paper and cutter change
    return outcome;
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    switch (talkOver(up.line()).inquire(up.fresh())) {
      case StatusTalk.Inquiry.Known(var state) -> {
        used.proven();
        show(state, up.line());
      }
      case StatusTalk.Inquiry.Failed(var fault) -> report(used, up.line(), fault, true);
    }
  }

  private void show(PrinterState state, Line line) {
    heard();
    var obstacle = state.obstacle();
    if (obstacle.isPresent()) {
      unavailable(obstacle.get());
      return;
    }
    switch (profile.exitSensor() ? new ExitSensor(line).look() : ExitSensor.Sight.FREE) {
      case STRIP -> {
        blindLooks = 0;
        degraded(Fault.of(Fault.Code.PAPER_NOT_TAKEN));
      }
      case FREE -> {
        blindLooks = 0;
        state.warning().ifPresentOrElse(this::degraded, this::ready);
      }
      case UNKNOWN -> {
        if (++blindLooks >= BLIND_LOOKS) {
          degraded(Fault.of(Fault.Code.MISCONFIGURED, "no sensor at the exit"));
        }
      }
    }
  }

  /// What came unasked belongs to its line, so the talk is kept as long as that.
  private StatusTalk talkOver(Line line) {
    var known = talk;
    if (known == null || !known.line().equals(line)) {
      known = StatusTalk.over(line, profile.status());
      talk = known;
    }
    return known;
  }

  private Set<Capability> capabilities() {
    var can = EnumSet.of(Capability.QR_CODE, Capability.CUTTER);
    if (profile.status() != EscPosProfile.Status.NONE) {
      can.add(Capability.LIVE_STATUS);
      can.add(Capability.PAPER_NEAR_END);
    }
    if (profile.exitSensor()) {
      can.add(Capability.PAPER_TAKEN);
    }
    if (profile.paper() == PaperWidth.MM_58) {
      can.add(Capability.NARROW_PAPER);
    }
    if (profile.fourByteCharacters() || !profile.fonts().isEmpty()) {
      can.add(Capability.RARE_CHARACTERS);
    }
    return can;
  }
}
