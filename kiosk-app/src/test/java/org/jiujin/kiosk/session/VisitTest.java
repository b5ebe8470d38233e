package org.jiujin.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiujin.kiosk.journey.Effect;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.journey.TestMatter;
import org.junit.jupiter.api.Test;

class VisitTest {
  private Optional<Consumer<Event>> cardAnswer = Optional.empty();
  private final List<State> seen = new ArrayList<>();
  private final Visit visit =
      new Visit(
          Runnable::run,
          (effect, answer) -> {
            if (effect instanceof Effect.ReadCard) {
              cardAnswer = Optional.of(answer);
            }
          });

  @Test
  void tellsEachNewStateOnce() {
    Runnable stop = visit.watch(seen::add);
    visit.send(new Event.Touched());
    visit.send(new Event.Rated(List.of()));
    stop.run();
    visit.send(new Event.Ended());
    assertEquals(List.of(new State.Home()), seen);
  }

  @Test
  void takesTheAnswerOfARunner() {
    toCard();
    cardAnswer.orElseThrow().accept(new Event.CardRead(TestMatter.PERSON, false));
    assertInstanceOf(State.ConfirmingIdentity.class, visit.state());
  }

  @Test
  void dropsTheAnswerThatComesAfterTheVisitItWasAskedIn() {
    toCard();
    Consumer<Event> late = cardAnswer.orElseThrow();
    visit.send(new Event.Ended());
    visit.send(new Event.Continued());
    toCard();
    late.accept(new Event.CardRead(TestMatter.PERSON, false));
    assertInstanceOf(
        State.AwaitingCard.class, visit.state(), "the next resident saw another's card");
  }

  private void toCard() {
    visit.send(new Event.Touched());
    visit.send(new Event.MatterChosen(TestMatter.MATTER));
    visit.send(new Event.Continued());
  }
}
