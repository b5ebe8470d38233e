package org.jiujin.device.sam;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jiujin.device.CancelSignal;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.idcard.PhotoDecoders;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.Link;

/// A reader that speaks the SAM protocol.
///
/// Between reads it asks the SAM for its status twice a second, so that a pulled cable is seen within two seconds. A
/// waiting [#read(Duration)] takes the lane for one try at a time.
final class SamCardReader extends LineDevice implements IdentityCardReader {
  private static final Duration FIND_EVERY = Duration.ofMillis(100);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /// The longest that one try can take: four commands, each asked twice, each with a frame that trickles in.
  private static final Duration TRY_LIMIT = Duration.ofSeconds(15);

  private static final boolean PHOTO_DECODER = PhotoDecoders.found().isPresent();

  private final SamSpeed speed;
  private final boolean fingerprints;
  private final CancelSignal cancel = new CancelSignal();
  private volatile String samId = "";
  private boolean raiseTried;

  /// @param fingerprints whether to ask if a chip carries any
  SamCardReader(DevicePort port, SamSpeed speed, boolean fingerprints, InstantSource time) {
    super(port, speed, time);
    this.speed = speed;
    this.fingerprints = fingerprints;
  }

  void start() {
    lookEvery(LOOK_EVERY, TRY_LIMIT);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.IDENTITY_CARD_READER,
        samId.isEmpty() ? "SAM" : "SAM " + samId,
        port().simulated(),
        capabilities());
  }

  private Set<Capability> capabilities() {
    var always =
        EnumSet.of(Capability.NEWEST_ADDRESS, Capability.PHOTO_UNDECODED, Capability.LIVE_STATUS);
    if (fingerprints) {
      always.add(Capability.FINGERPRINT_PRESENCE);
    }
    if (PHOTO_DECODER) {
      always.add(Capability.PHOTO_DECODED);
    }
    return always;
  }

  @Override
  public CardOutcome read(Duration patience) {
    if (!admitsCaller()) {
      return new CardOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    var wait = new CardWait(patience);
    long ticket = cancel.ticket();
    while (true) {
      var result =
          onLane(
              TRY_LIMIT,
              () -> tryOnce(() -> !cancel.raisedSince(ticket)),
              lateness -> new CardCycle.Result.ReaderFault(Fault.of(Fault.Code.NO_ANSWER)));
      var outcome = wait.after(result, status().usable());
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
  protected void leaseEnded() {
    cancel.raise();
  }

  @Override
  public void close() {
    cancel.raise();
    super.close();
  }

  /// Whoever cancelled must not get a card any more.
  private static CardOutcome cancelled(CardOutcome outcome) {
    if (outcome instanceof CardOutcome.Read(var card)) {
      card.wipe();
    }
    return new CardOutcome.Cancelled();
  }

  private CardCycle.Result tryOnce(BooleanSupplier wanted) {
    var used = link();
    return switch (used.reach()) {
      case Link.State.Up up -> {
        var result = new CardCycle(used, up, fingerprints, wanted).run();
        if (result instanceof CardCycle.Result.ReaderFault(var fault)) {
          trouble(used, up.line(), fault);
        }
        yield result;
      }
      case Link.State.Down(var fault) -> {
        down(fault);
        yield new CardCycle.Result.ReaderFault(fault);
      }
    };
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    switch (SamExchange.ask(used, up, SamCommand.STATUS)) {
      case SamAnswer.Answered(var frame) when frame.word() == SamWord.OK -> works(used, up);
      case SamAnswer.Answered(var frame) ->
          trouble(used, up.line(), frame.word().fault(frame.statusText()));
      case SamAnswer.Silent _ -> {
        trouble(used, up.line(), Fault.of(Fault.Code.NO_ANSWER));
        tryOtherSpeed(used);
      }
      case SamAnswer.Garbled _ -> trouble(used, up.line(), Fault.of(Fault.Code.GARBLED_ANSWER));
      case SamAnswer.Lost _ -> trouble(used, up.line(), Fault.of(Fault.Code.NOT_CONNECTED));
    }
  }

  /// A reader that has been silent for long may talk at another speed.
  private void tryOtherSpeed(Link used) {
    boolean silentForLong =
        status().trouble().filter(fault -> fault.code() == Fault.Code.NO_ANSWER).isPresent();
    if (silentForLong && speed.tryNext()) {
      used.drop();
    }
  }

  /// Tried once for each reader: one that refuses works at its own speed.
  private void raiseSpeed(Link used, Link.State.Up up) {
    if (!speed.slow() || raiseTried) {
      return;
    }
    raiseTried = true;
    if (SamExchange.ask(used, up, SamCommand.SPEED_115200) instanceof SamAnswer.Answered(var frame)
        && frame.word() == SamWord.OK) {
      speed.raise();
      used.drop();
    }
  }

  private void works(Link used, Link.State.Up up) {
    heard();
    raiseSpeed(used, up);
    if (up.line().lost()) {
      return; // opened anew at the higher speed
    }
    if (samId.isEmpty()
        && SamExchange.ask(used, up, SamCommand.SAM_ID) instanceof SamAnswer.Answered(var frame)
        && frame.word() == SamWord.OK) {
      samId = SamId.print(frame.data(0, frame.dataBytes())).orElse("");
    }
    ready();
  }

  private void trouble(Link used, Line line, Fault fault) {
    report(used, line, fault, CardWait.passing(fault));
  }

  @Override
  protected void unplugged() {
    samId = "";
    raiseTried = false;
  }
}
