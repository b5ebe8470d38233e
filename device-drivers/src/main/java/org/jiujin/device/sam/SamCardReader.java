package org.jiujin.device.sam;

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
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;

/// A reader that speaks the SAM protocol.
///
/// Between reads it asks the SAM for its status twice a second, so that a pulled cable is seen within two seconds. A
/// waiting [#read(Duration)] takes the lane for one try at a time.
final class SamCardReader implements IdentityCardReader {
  private static final Duration FIND_EVERY = Duration.ofMillis(100);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /// The longest that one try can take: four commands, each asked twice, each with a frame that trickles in.
  private static final Duration TRY_LIMIT = Duration.ofSeconds(15);

  /// One late answer is no reason to call the reader dead.
  private static final int SILENCES = 2;

  private final DevicePort port;
  private final LinePort linePort;
  private final InstantSource time;
  private final StatusBoard board;
  private final DeviceLease lease;
  private final DeviceLane lane;
  private final CancelSignal cancel = new CancelSignal();
  private volatile Link link;
  private volatile String samId = "";
  private int silences;

  SamCardReader(DevicePort port, LinePort linePort, InstantSource time) {
    this.port = port;
    this.linePort = linePort;
    this.time = time;
    this.board = new StatusBoard(port.id(), time);
    this.lease = new DeviceLease(time, cancel::raise);
    this.link = new Link(linePort, time);
    this.lane = new DeviceLane("device-" + port.id(), this::letGo);
  }

  void start() {
    lane.every(LOOK_EVERY, TRY_LIMIT, this::look);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port.id(),
        DeviceDescription.Kind.IDENTITY_CARD_READER,
        samId.isEmpty() ? "SAM" : "SAM " + samId,
        port.simulated(),
        Set.of(Capability.NEWEST_ADDRESS, Capability.PHOTO_UNDECODED, Capability.LIVE_STATUS));
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
  public CardOutcome read(Duration patience) {
    var wait = new CardWait(patience);
    long ticket = cancel.ticket();
    while (true) {
      var result =
          lane.call(
              TRY_LIMIT,
              this::tryOnce,
              lateness -> new CardCycle.Result.ReaderFault(Fault.of(Fault.Code.NO_ANSWER)));
      var outcome = wait.after(result, board.status().usable());
      if (outcome.isPresent()) {
        return cancel.raisedSince(ticket) ? cancelled(outcome.get()) : outcome.get();
      }
      if (cancel.awaitRaised(ticket, FIND_EVERY)) {
        return new CardOutcome.Cancelled();
      }
    }
  }

  @Override
  public void cancel() {
    cancel.raise();
  }

  @Override
  public void close() {
    cancel.raise();
    lane.close();
    link.retire();
  }

  /// Whoever cancelled must not get a card any more.
  private static CardOutcome cancelled(CardOutcome outcome) {
    if (outcome instanceof CardOutcome.Read(var card)) {
      card.wipe();
    }
    return new CardOutcome.Cancelled();
  }

  private CardCycle.Result tryOnce() {
    var used = link;
    return switch (used.reach()) {
      case Link.State.Up up -> {
        var result = new CardCycle(used, up).run();
        if (result instanceof CardCycle.Result.ReaderFault(var fault)) {
          report(used, up.line(), fault);
        }
        yield result;
      }
      case Link.State.Down(var fault) -> {
        down(fault);
        yield new CardCycle.Result.ReaderFault(fault);
      }
    };
  }

  private void look() {
    var used = link;
    switch (used.reach()) {
      case Link.State.Up up -> look(used, up);
      case Link.State.Down(var fault) -> down(fault);
    }
  }

  private void look(Link used, Link.State.Up up) {
    switch (SamExchange.ask(used, up, SamCommand.STATUS)) {
      case SamAnswer.Answered(var frame) when frame.word() == SamWord.OK -> works(used, up);
      case SamAnswer.Answered(var frame) ->
          report(used, up.line(), frame.word().fault(frame.statusText()));
      case SamAnswer.Silent _ -> report(used, up.line(), Fault.of(Fault.Code.NO_ANSWER));
      case SamAnswer.Garbled _ -> report(used, up.line(), Fault.of(Fault.Code.GARBLED_ANSWER));
      case SamAnswer.Lost _ -> report(used, up.line(), Fault.of(Fault.Code.NOT_CONNECTED));
    }
  }

  private void works(Link used, Link.State.Up up) {
    silences = 0;
    if (samId.isEmpty()
        && SamExchange.ask(used, up, SamCommand.SAM_ID) instanceof SamAnswer.Answered(var frame)
        && frame.word() == SamWord.OK) {
      samId = SamId.print(frame.data(0, frame.dataBytes())).orElse("");
    }
    if (lane.isCurrent()) {
      board.ready();
    }
  }

  private void report(Link used, Line line, Fault fault) {
    if (!lane.isCurrent()) {
      return; // this thread hung and was given up; its news is old
    }
    if (line.lost()) {
      used.drop();
      down(Fault.of(Fault.Code.NOT_CONNECTED));
    } else if (!CardWait.passing(fault) || ++silences >= SILENCES) {
      down(fault);
    }
  }

  private void down(Fault fault) {
    if (!lane.isCurrent()) {
      return;
    }
    if (fault.code() == Fault.Code.NOT_CONNECTED) {
      samId = ""; // another reader may be plugged in next
      silences = 0;
    }
    board.unavailable(fault);
  }

  /// On the new thread, after the old one hung.
  private void letGo() {
    link.retire();
    link = new Link(linePort, time);
    board.unavailable(Fault.of(Fault.Code.NO_ANSWER));
  }
}
