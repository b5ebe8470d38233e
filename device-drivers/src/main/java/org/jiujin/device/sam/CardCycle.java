package org.jiujin.device.sam;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.chip.CardText;
import org.jiujin.device.line.Link;

/// One try to find, select and read a card, always in this order (devices reference, 3.6). Runs on the lane.
final class CardCycle {
  private static final int ADDRESS_BYTES = 70;

  private final Link link;
  private final Link.State.Up up;
  private final boolean fingerprints;
  private final BooleanSupplier wanted;

  /// @param fingerprints whether to ask if the chip carries any, which takes the reader longer
  /// @param wanted asked before the card is read: a card that was read is not found again, so one that nobody waits for any
  ///     more is left for the next who does
  CardCycle(Link link, Link.State.Up up, boolean fingerprints, BooleanSupplier wanted) {
    this.link = link;
    this.up = up;
    this.fingerprints = fingerprints;
    this.wanted = wanted;
  }

  Result run() {
    return switch (ask(SamCommand.FIND)) {
      case SamAnswer.Answered(var frame) ->
          switch (frame.word()) {
            case CARD_FOUND -> select();
            case FIND_FAILED -> new Result.NoCard();
            default -> failed(frame);
          };
      case SamAnswer.Silent _ -> new Result.ReaderFault(Fault.of(Fault.Code.NO_ANSWER));
      case SamAnswer.Garbled _ -> new Result.ReaderFault(Fault.of(Fault.Code.GARBLED_ANSWER));
      case SamAnswer.Lost _ -> new Result.ReaderFault(Fault.of(Fault.Code.NOT_CONNECTED));
    };
  }

  private Result select() {
    return switch (ask(SamCommand.SELECT)) {
      case SamAnswer.Answered(var frame) -> frame.word() == SamWord.OK ? read() : failed(frame);
      case SamAnswer.Silent _, SamAnswer.Garbled _, SamAnswer.Lost _ -> brokenOff();
    };
  }

  private Result read() {
    if (!wanted.getAsBoolean()) {
      return new Result.NoCard();
    }
    return fingerprints
        ? read(SamCommand.READ_WITH_FINGERPRINTS)
        : read(SamCommand.READ_TEXT_AND_PHOTO);
  }

  private Result read(SamCommand command) {
    return switch (ask(command)) {
      case SamAnswer.Answered(var frame) -> {
        try {
          if (frame.word() == SamWord.OK) {
            yield card(CardParts.of(frame, command));
          }
          boolean unknown =
              frame.word() == SamWord.COMMAND_ERROR && command == SamCommand.READ_WITH_FINGERPRINTS;
          yield unknown ? read(SamCommand.READ_TEXT_AND_PHOTO) : failed(frame);
        } finally {
          frame.wipe();
        }
      }
      case SamAnswer.Silent _, SamAnswer.Garbled _, SamAnswer.Lost _ -> brokenOff();
    };
  }

  private Result card(Optional<CardParts> read) {
    if (read.isEmpty()) {
      return malformed();
    }
    var parts = read.get();
    try {
      return switch (newestAddress()) {
        case Address.Known(var address) ->
            parts.card(address).<Result>map(Result.Card::new).orElseGet(CardCycle::malformed);
        case Address.Unknown(var result) -> result;
      };
    } finally {
      parts.wipe();
    }
  }

  /// An address that could not be read is not the same as none: the card's printed one may be outdated.
  private Address newestAddress() {
    return switch (ask(SamCommand.READ_NEWEST_ADDRESS)) {
      case SamAnswer.Answered(var frame) ->
          switch (frame.word()) {
            case OK -> {
              int length = Math.min(ADDRESS_BYTES, frame.dataBytes());
              var address = CardText.field(frame.data(0, length), 0, length);
              frame.wipe();
              yield new Address.Known(address);
            }
            // Old readers do not know the command.
            case NO_CONTENT, COMMAND_ERROR -> new Address.Known("");
            default -> new Address.Unknown(failed(frame));
          };
      case SamAnswer.Silent _, SamAnswer.Garbled _, SamAnswer.Lost _ ->
          new Address.Unknown(brokenOff());
    };
  }

  private SamAnswer ask(SamCommand command) {
    return SamExchange.ask(link, up, command);
  }

  private static Result failed(SamFrame frame) {
    var fault = frame.word().fault(frame.statusText());
    return frame.word().concernsReader()
        ? new Result.ReaderFault(fault)
        : new Result.CardFault(fault);
  }

  private static Result malformed() {
    return new Result.CardFault(Fault.of(Fault.Code.CARD_UNREADABLE, "text block"));
  }

  /// The reader went silent with a card in its field: the card, the reader or the cable, and the card is tried first.
  private Result brokenOff() {
    return up.line().lost()
        ? new Result.ReaderFault(Fault.of(Fault.Code.NOT_CONNECTED))
        : new Result.CardFault(Fault.of(Fault.Code.CARD_UNREADABLE, "broken off"));
  }

  /// How one try ended.
  sealed interface Result {
    record Card(IdentityCard card) implements Result {}

    record NoCard() implements Result {}

    record CardFault(Fault fault) implements Result {}

    record ReaderFault(Fault fault) implements Result {}
  }

  private sealed interface Address {
    record Known(String address) implements Address {}

    record Unknown(Result result) implements Address {}
  }
}
