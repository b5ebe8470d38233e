package org.jiujin.device.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.iso7816.CardSession;
import org.jiujin.device.iso7816.ExchangeException;
import org.jspecify.annotations.Nullable;

/// A combined reader that hands identity cards over through pseudo commands (devices reference, 3.1).
final class PcscIdCardReader extends PcscDevice implements IdentityCardReader {
  private @Nullable Insertion lastRead;

  PcscIdCardReader(Wiring wiring, Duration workLimit, InstantSource time) {
    super(wiring, workLimit, time);
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        DeviceDescription.Kind.IDENTITY_CARD_READER,
        readerName().isEmpty() ? "PC/SC" : readerName(),
        port().simulated(),
        Set.of(Capability.PHOTO_UNDECODED, Capability.LIVE_STATUS));
  }

  @Override
  public CardOutcome read(Duration patience) {
    if (!admitsCaller()) {
      return new CardOutcome.Failed(Fault.of(Fault.Code.IN_USE));
    }
    return switch (this.<IdentityCard>awaitCard(patience, this::readNew, IdentityCard::wipe)) {
      case Attempt.Done<IdentityCard>(var card) -> new CardOutcome.Read(card);
      case Attempt.NoCard<IdentityCard> _ -> new CardOutcome.NoCard();
      case Attempt.CardFault<IdentityCard>(var fault) -> new CardOutcome.Unreadable(fault);
      case Attempt.ReaderFault<IdentityCard>(var fault) -> new CardOutcome.Failed(fault);
      case Attempt.Cancelled<IdentityCard> _ -> new CardOutcome.Cancelled();
    };
  }

  @Override
  void cardThere(Insertion stay) {
    // the next read finds it
  }

  @Override
  void cardGone() {
    lastRead = null;
  }

  @Override
  void cardReset() {
    // nothing is verified on an identity card
  }

  private Attempt<IdentityCard> readNew(CardSession session, Insertion stay)
      throws ExchangeException {
    if (stay.equals(lastRead)) {
      return new Attempt.NoCard<>();
    }
    return switch (new PseudoCommands(session).read()) {
      case PseudoCommands.Reading.Card(var card) -> {
        lastRead = stay;
        yield new Attempt.Done<>(card);
      }
      case PseudoCommands.Reading.Unreadable(var fault) -> new Attempt.CardFault<>(fault);
    };
  }
}
