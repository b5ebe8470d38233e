package org.jiujin.kiosk.screen.card;

import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Journey;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.ScreenModel;
import org.jiujin.kiosk.screen.kit.Cue;

/// What the resident is asked to do with the card.
public final class CardModel extends ScreenModel<State.AwaitingCard> {
  public CardModel(State.AwaitingCard state, Consumer<Event> journey) {
    super(state, journey);
  }

  String titleKey() {
    return switch (state().trouble()) {
      case NONE -> "card.title";
      case NOT_LAID -> "card.notLaid.title";
      case UNREADABLE -> "card.unreadable.title";
      case EXPIRED -> "card.expired.title";
      case READER_AWAY -> "card.away.title";
    };
  }

  String hintKey() {
    return switch (state().trouble()) {
      case NONE -> "card.hint";
      case NOT_LAID -> "card.notLaid.hint";
      case UNREADABLE -> "card.unreadable.hint";
      case EXPIRED -> "card.expired.hint";
      case READER_AWAY -> "card.away.hint";
    };
  }

  Cue cue() {
    return switch (state().trouble()) {
      case NONE, NOT_LAID, UNREADABLE, EXPIRED -> Cue.LAY_CARD;
      case READER_AWAY -> Cue.READER_AWAY;
    };
  }

  /// Whether the reader waits for a card now; otherwise the resident starts it again.
  boolean reading() {
    return Journey.isReading(state());
  }
}
