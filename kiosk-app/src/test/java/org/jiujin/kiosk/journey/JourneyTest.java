package org.jiujin.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Acknowledgement ACCEPTED =
      new Acknowledgement.Accepted("6200002026112300010000017", "L-1", NOON);
  private static final Signature SIGNATURE = new Signature(new byte[] {1});

  private State state = Journey.start();
  private final List<Effect> effects = new ArrayList<>();

  @Test
  void goesTheWholeWayOfAMatter() {
    toFilled();
    assertEquals(
        List.of(
            Effect.BeginSession.class,
            Effect.ReadCard.class,
            Effect.Prefill.class,
            Effect.FetchMaterials.class,
            Effect.CheckBeforehand.class,
            Effect.File.class,
            Effect.Print.class),
        effects.stream().map(Object::getClass).toList());
    send(
        new Event.PrintEnded(new Printing.Done()),
        new Event.Continued(),
        new Event.LevelChosen(5),
        new Event.Rated(List.of()));
    assertInstanceOf(State.Farewell.class, state);
    assertEquals(new Effect.EndSession(Ending.DONE), effects.getLast());
    send(new Event.IdleRanOut());
    assertInstanceOf(State.Attract.class, state);
  }

  @Test
  void prefillsFromTheCardAndThenFromThePlatform() {
    toForm(Map.of("phone", "13900000000", "address", "somewhere else"));
    var draft = assertInstanceOf(State.FillingForm.class, state).draft();
    assertEquals("测试甘", draft.answer("name"));
    assertEquals("13900000000", draft.answer("phone"));
    assertEquals("甘肃省测试县测试村1号", draft.answer("address"), "the card goes before the platform");
  }

  @Test
  void staysOnAPageWithErrorsAndNamesThem() {
    toForm(Map.of());
    send(new Event.Continued());
    var form = assertInstanceOf(State.FillingForm.class, state);
    assertEquals(0, form.page());
    assertEquals("field.error.choose", form.errors().of("delivery"));
    send(new Event.Answered("delivery", "fetch"));
    assertTrue(assertInstanceOf(State.FillingForm.class, state).errors().byField().isEmpty());
  }

  @Test
  void passesOverAPageOnWhichNoFieldApplies() {
    toForm(Map.of());
    send(new Event.Answered("delivery", "fetch"), new Event.Continued());
    assertEquals(2, assertInstanceOf(State.FillingForm.class, state).page());
    send(new Event.WentBack());
    assertEquals(0, assertInstanceOf(State.FillingForm.class, state).page());
    send(new Event.Answered("delivery", "post"), new Event.Continued());
    assertEquals(1, assertInstanceOf(State.FillingForm.class, state).page());
  }

  @Test
  void leavesTheAnswersOfFieldsThatDoNotApplyOutOfTheApplication() {
    toForm(Map.of());
    send(new Event.Answered("delivery", "fetch"));
    var draft = assertInstanceOf(State.FillingForm.class, state).draft();
    assertEquals(Map.of("name", "测试甘", "delivery", "fetch"), draft.applicableAnswers());
  }

  @Test
  void keepsTheAnswersWhenGoingBackToTheConsent() {
    toForm(Map.of());
    send(new Event.Answered("delivery", "post"), new Event.WentBack());
    assertInstanceOf(State.AskingConsent.class, state);
    send(new Event.Consented(NOON), new Event.Prefilled(Map.of()));
    assertEquals(
        "post", assertInstanceOf(State.FillingForm.class, state).draft().answer("delivery"));
  }

  @Test
  void asksThriceForACardThenWaitsForTheResident() {
    toCard();
    send(new Event.CardFailed(CardTrouble.NOT_LAID), new Event.CardFailed(CardTrouble.UNREADABLE));
    assertEquals(3, assertInstanceOf(State.AwaitingCard.class, state).attempts());
    effects.clear();
    send(new Event.CardFailed(CardTrouble.NOT_LAID));
    assertFalse(Journey.isReading(assertInstanceOf(State.AwaitingCard.class, state)));
    assertTrue(effects.isEmpty());
    send(new Event.Continued());
    assertEquals(List.of(new Effect.ReadCard()), effects);
  }

  @Test
  void goesOnReadingByItselfWhenTheReaderIsBack() {
    toCard();
    send(new Event.CardFailed(CardTrouble.READER_AWAY));
    effects.clear();
    send(new Event.ReaderReturned());
    assertEquals(List.of(new Effect.ReadCard()), effects);
  }

  @Test
  void refusesAnExpiredCard() {
    toCard();
    send(new Event.CardRead(TestMatter.PERSON, true));
    assertEquals(CardTrouble.EXPIRED, assertInstanceOf(State.AwaitingCard.class, state).trouble());
  }

  @Test
  void doesNotGoOnWithoutANeededMaterial() {
    toForm(Map.of("phone", "13900000000"));
    fillForm();
    send(new Event.MaterialsFetched(TestMatter.MISSING), new Event.Continued());
    assertInstanceOf(State.ShowingMaterials.class, state);
  }

  @Test
  void doesNotSignBeforeThePrecheckAllowsIt() {
    toReview();
    send(new Event.Continued());
    assertInstanceOf(State.Reviewing.class, state);
    send(new Event.Prechecked(new Precheck.Found(List.of("缺少"))), new Event.Continued());
    assertInstanceOf(State.Reviewing.class, state);
    send(new Event.Prechecked(new Precheck.Later()), new Event.Continued());
    assertInstanceOf(State.Signing.class, state);
  }

  @Test
  void letsTheResidentChangeAPageFromTheSummary() {
    toReview();
    send(new Event.EditAsked(1));
    assertInstanceOf(State.Reviewing.class, state, "a page that does not apply cannot be edited");
    send(new Event.EditAsked(2));
    assertEquals(2, assertInstanceOf(State.FillingForm.class, state).page());
  }

  @Test
  void cannotBeLeftWhileFiling() {
    toFiling();
    State before = state;
    send(new Event.Ended(), new Event.IdleRanOut(), new Event.WentBack());
    assertSame(before, state);
  }

  @Test
  void offersToTryAgainWhenNothingWasFiled() {
    toFiling();
    send(new Event.FilingFailed("S-1"), new Event.Continued());
    assertInstanceOf(State.Signing.class, state);
  }

  @Test
  void printsAgainOnlyWhenNothingCameOut() {
    toFilled();
    effects.clear();
    send(new Event.PrintEnded(new Printing.Uncertain("NO_ANSWER")), new Event.PrintAsked());
    assertTrue(effects.isEmpty());
    send(new Event.PrintEnded(new Printing.Refused("PAPER_END")), new Event.PrintAsked());
    assertInstanceOf(Effect.Print.class, effects.getLast());
  }

  @Test
  void asksForTheReasonOfABadRating() {
    toFilled();
    send(
        new Event.PrintEnded(new Printing.Done()),
        new Event.Continued(),
        new Event.LevelChosen(2),
        new Event.Rated(List.of()));
    assertTrue(assertInstanceOf(State.Rating.class, state).reasonMissing());
    send(new Event.Rated(List.of("slow")));
    assertInstanceOf(State.Farewell.class, state);
  }

  @Test
  void stopsReadingWhenTheResidentLeavesTheCardScreen() {
    toCard();
    effects.clear();
    send(new Event.WentBack());
    assertEquals(List.of(new Effect.StopReading()), effects);
  }

  @Test
  void ignoresALateAnswer() {
    toCard();
    send(new Event.WentBack(), new Event.CardRead(TestMatter.PERSON, false));
    assertInstanceOf(State.Told.class, state);
  }

  @Test
  void tellsHowAVisitEnded() {
    var declined = new State.AskingConsent(TestMatter.MATTER, TestMatter.PERSON, Map.of());
    assertEquals(Ending.DECLINED, ending(declined, new Event.Declined()));
    assertEquals(Ending.LEFT, ending(declined, new Event.Ended()));
    assertEquals(Ending.IDLE, ending(declined, new Event.IdleRanOut()));
    assertEquals(Ending.LEFT, ending(new State.Home(), new Event.WentBack()));
  }

  private static Ending ending(State from, Event event) {
    return Journey.next(from, event).effects().stream()
        .flatMap(effect ->
            effect instanceof Effect.EndSession(var how) ? Stream.of(how) : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsItsPromisesOnRandomWalks(long seed) {
    var random = new Random(seed);
    boolean consented = false;
    boolean signed = false;
    for (int i = 0; i < 200; i++) {
      Event event = EVENTS.get(random.nextInt(EVENTS.size()));
      State before = state;
      consented |= state instanceof State.AskingConsent && event instanceof Event.Consented;
      signed |= state instanceof State.Signing && event instanceof Event.Signed;
      effects.clear();
      send(event);
      if (before.equals(state)) {
        assertTrue(effects.isEmpty(), "an event that changes nothing does nothing: " + event);
      }
      for (Effect effect : effects) {
        if (effect instanceof Effect.File) {
          assertTrue(consented && signed, "filed without consent and signature, seed " + seed);
        }
      }
      if (state instanceof State.Attract || state instanceof State.Farewell) {
        consented = false;
        signed = false;
        assertTrue(
            before instanceof State.Attract
                || before instanceof State.Farewell
                || effects.stream().anyMatch(Effect.EndSession.class::isInstance),
            "left without wiping, seed " + seed + " from " + before);
      }
    }
  }

  static LongStream seeds() {
    return Seeds.count(500);
  }

  private static final List<Event> EVENTS =
      List.of(
          new Event.Touched(),
          new Event.MatterChosen(TestMatter.MATTER),
          new Event.Continued(),
          new Event.Continued(),
          new Event.Continued(),
          new Event.WentBack(),
          new Event.Ended(),
          new Event.IdleRanOut(),
          new Event.CardRead(TestMatter.PERSON, false),
          new Event.CardFailed(CardTrouble.NOT_LAID),
          new Event.CardFailed(CardTrouble.READER_AWAY),
          new Event.ReaderReturned(),
          new Event.Consented(NOON),
          new Event.Declined(),
          new Event.Prefilled(Map.of("phone", "13900000000", "delivery", "fetch")),
          new Event.Answered("delivery", "post"),
          new Event.MaterialsFetched(TestMatter.FOUND),
          new Event.Prechecked(new Precheck.Passed()),
          new Event.EditAsked(0),
          new Event.Signed(SIGNATURE),
          new Event.Stored(ACCEPTED),
          new Event.FilingFailed("S-1"),
          new Event.PrintEnded(new Printing.Refused("PAPER_END")),
          new Event.PrintAsked(),
          new Event.LevelChosen(1),
          new Event.Rated(List.of()),
          new Event.Rated(List.of("slow")));

  private void toCard() {
    send(new Event.Touched(), new Event.MatterChosen(TestMatter.MATTER), new Event.Continued());
    assertInstanceOf(State.AwaitingCard.class, state);
  }

  private void toForm(Map<String, String> known) {
    toCard();
    send(
        new Event.CardRead(TestMatter.PERSON, false),
        new Event.Continued(),
        new Event.Consented(NOON),
        new Event.Prefilled(known));
  }

  private void fillForm() {
    send(new Event.Answered("delivery", "fetch"), new Event.Continued(), new Event.Continued());
    assertInstanceOf(State.FetchingMaterials.class, state);
  }

  private void toReview() {
    toForm(Map.of("phone", "13900000000"));
    fillForm();
    send(new Event.MaterialsFetched(TestMatter.FOUND), new Event.Continued());
    assertInstanceOf(State.Reviewing.class, state);
  }

  private void toFiling() {
    toReview();
    send(
        new Event.Prechecked(new Precheck.Passed()),
        new Event.Continued(),
        new Event.Signed(SIGNATURE));
    assertInstanceOf(State.Filing.class, state);
  }

  private void toFilled() {
    toFiling();
    send(new Event.Stored(ACCEPTED));
    assertInstanceOf(State.Filed.class, state);
  }

  private void send(Event... events) {
    for (Event event : events) {
      Turn turn = Journey.next(state, event);
      state = turn.state();
      effects.addAll(turn.effects());
    }
  }
}
