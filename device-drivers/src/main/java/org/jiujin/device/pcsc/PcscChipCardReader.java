package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DeviceLane.Lateness;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.AgentCard;
import org.jiujin.device.chipcard.CardPresence;
import org.jiujin.device.chipcard.ChipCard;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.Pin;
import org.jiujin.device.chipcard.PinOutcome;
import org.jiujin.device.chipcard.PinState;
import org.jiujin.device.chipcard.SignOutcome;
import org.jiujin.device.chipcard.SocialSecurityCard;
import org.jiujin.device.iso7816.CardReading;
import org.jiujin.device.iso7816.CardRecognition;
import org.jiujin.device.iso7816.CardSession;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.PivCard;
import org.jiujin.device.iso7816.SsseCard;
import org.jspecify.annotations.Nullable;

/// A reader of chip cards behind PC/SC.
final class PcscChipCardReader extends PcscDevice implements ChipCardReader {
  private static final int PROOF_BYTES = 16;

  private final CardPresenceBoard board = new CardPresenceBoard();

  /// The session in which the agent's application is selected: selecting it anew would make some cards forget the PIN.
  private @Nullable Insertion agentSelected;

  PcscChipCardReader(Wiring wiring, Duration workLimit, InstantSource time) {
    super(wiring, workLimit, time);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.CHIP_CARD_READER,
        readerName().isEmpty() ? "PC/SC" : readerName(),
        port().simulated(),
        Set.of(Capability.LIVE_STATUS));
  }

  @Override
  public ChipCardOutcome read(Duration patience) {
    if (!admitsCaller()) {
      return new ChipCardOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    return switch (this.<ChipCard>awaitCard(patience, this::recognise, PcscChipCardReader::wipe)) {
      case Attempt.Done<ChipCard>(var card) -> new ChipCardOutcome.Read(card);
      case Attempt.NoCard<ChipCard> _ -> new ChipCardOutcome.NoCard();
      case Attempt.CardFault<ChipCard>(var fault) -> new ChipCardOutcome.Unreadable(fault);
      case Attempt.ReaderFault<ChipCard>(var fault) -> new ChipCardOutcome.Failed(fault);
      case Attempt.Cancelled<ChipCard> _ -> new ChipCardOutcome.Cancelled();
    };
  }

  @Override
  public ChipCardOutcome unlock(SocialSecurityCard card, byte[] proof) {
    if (!(card.details() instanceof SocialSecurityCard.Details.Locked)) {
      throw new IllegalArgumentException("the card asks for no proof");
    }
    if (proof.length != PROOF_BYTES) {
      throw new IllegalArgumentException("a proof has 16 bytes, not " + proof.length);
    }
    if (!admitsCaller()) {
      return new ChipCardOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    var shown = proof.clone();
    return this.<ChipCardOutcome>withCard(
        card.insertion(),
        new ChipCardOutcome.Unreadable(Fault.of(Fault.Code.CARD_UNREADABLE, "pulled")),
        PcscChipCardReader::outcome,
        lateness -> new ChipCardOutcome.Failed(Fault.of(Fault.Code.NO_ANSWER)),
        (session, stay) -> outcome(new SsseCard(session, stay).unlock(card, shown)));
  }

  @Override
  public PinState pinState(AgentCard card) {
    if (!admitsCaller()) {
      return new PinState.Failed(Fault.of(Fault.Code.IN_USE));
    }
    return this.<PinState>withCard(
        card.insertion(),
        new PinState.Removed(),
        PinState.Failed::new,
        lateness -> new PinState.Failed(Fault.of(Fault.Code.NO_ANSWER)),
        (session, stay) -> agent(session, stay).pinState());
  }

  @Override
  public PinOutcome verify(AgentCard card, Pin pin) {
    if (!admitsCaller()) {
      return new PinOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    return this.<PinOutcome>withCard(
        card.insertion(),
        new PinOutcome.Removed(),
        PinOutcome.Failed::new,
        PcscChipCardReader::hung,
        (session, stay) -> verify(agent(session, stay), pin));
  }

  @Override
  public SignOutcome sign(AgentCard card, byte[] challenge) {
    if (!admitsCaller()) {
      return new SignOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    var signed = challenge.clone();
    return this.<SignOutcome>withCard(
        card.insertion(),
        new SignOutcome.Removed(),
        SignOutcome.Failed::new,
        lateness -> new SignOutcome.Failed(Fault.of(Fault.Code.NO_ANSWER)),
        (session, stay) -> agent(session, stay).sign(card.keyKind(), signed));
  }

  @Override
  public CardPresence presence() {
    return board.presence();
  }

  @Override
  public Subscription subscribePresence(Consumer<CardPresence> listener) {
    return board.subscribe(listener);
  }

  @Override
  void cardThere(Insertion stay) {
    board.show(new CardPresence.Present(stay));
  }

  @Override
  void cardGone() {
    agentSelected = null;
    board.show(new CardPresence.Absent());
  }

  @Override
  void cardReset() {
    agentSelected = null;
  }

  private Attempt<ChipCard> recognise(CardSession session, Insertion stay)
      throws ExchangeException {
    agentSelected = null;
    return switch (CardRecognition.read(session, stay)) {
      case CardReading.Read(var card) -> {
        if (card instanceof AgentCard) {
          agentSelected = stay;
        }
        yield new Attempt.Done<>(card);
      }
      case CardReading.Unreadable(var fault) -> new Attempt.CardFault<>(fault);
      case CardReading.OtherKind _ -> new Attempt.CardFault<>(Fault.of(Fault.Code.CARD_UNKNOWN));
    };
  }

  private PivCard agent(CardSession session, Insertion stay) throws ExchangeException {
    var agent = new PivCard(session);
    if (!stay.equals(agentSelected) && agent.select()) {
      agentSelected = stay;
    }
    return agent;
  }

  /// The one place where nobody may say that nothing happened.
  private PinOutcome verify(PivCard agent, Pin pin) {
    try {
      return agent.verify(pin);
    } catch (ExchangeException failure) {
      exchangeFailed(failure);
      return new PinOutcome.Uncertain(failure.fault());
    }
  }

  private static void wipe(ChipCard card) {
    if (card instanceof SocialSecurityCard social
        && social.details() instanceof SocialSecurityCard.Details.Locked(var challenge)) {
      challenge.wipe();
    }
  }

  private static PinOutcome hung(Lateness lateness) {
    var fault = Fault.of(Fault.Code.NO_ANSWER);
    return switch (lateness) {
      case NEVER_BEGUN -> new PinOutcome.Failed(fault);
      case BEGUN -> new PinOutcome.Uncertain(fault);
    };
  }

  private static ChipCardOutcome outcome(Fault fault) {
    return fault.code() == Fault.Code.CARD_UNREADABLE
        ? new ChipCardOutcome.Unreadable(fault)
        : new ChipCardOutcome.Failed(fault);
  }

  private static ChipCardOutcome outcome(CardReading reading) {
    return switch (reading) {
      case CardReading.Read(var card) -> new ChipCardOutcome.Read(card);
      case CardReading.Unreadable(var fault) -> new ChipCardOutcome.Unreadable(fault);
      case CardReading.OtherKind _ ->
          new ChipCardOutcome.Unreadable(Fault.of(Fault.Code.CARD_UNKNOWN));
    };
  }
}
