package org.jiujin.kiosk.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.material.HeldMaterial;

/// The way through a matter: one function from state and event to the next state and what there is to do.
///
/// ```
/// Attract ─▶ Home ─▶ Told ─▶ AwaitingCard ─▶ ConfirmingIdentity ─▶ AskingConsent ─▶ Prefilling
///                                                                                      │
/// Signing ◀─ Reviewing ◀─ ShowingMaterials ◀─ FetchingMaterials ◀─ FillingForm (pages) ◀┘
///    │
///    └─▶ Filing ─▶ Filed ─▶ Rating ─▶ Farewell ─▶ Attract
///            └─▶ NotFiled
/// ```
///
/// Every state can be left by [Event.Ended] and, where a limit holds, by [Event.IdleRanOut]; leaving wipes. An event
/// that does not fit the state changes nothing, so a late answer of a runner does no harm.
public final class Journey {
  /// How often a card is asked for before the resident has to say that they want to go on.
  public static final int CARD_ATTEMPTS = 3;

  /// Levels up to this one need a reason (好差评).
  static final int WORST_LEVELS = 2;

  private Journey() {}

  /// Where a journey begins.
  public static State start() {
    return new State.Attract();
  }

  /// Takes one event.
  ///
  /// @return the same state and no effects when the event does not fit
  public static Turn next(State state, Event event) {
    if (event instanceof Event.Ended) {
      return leave(state, Ending.LEFT);
    }
    if (event instanceof Event.IdleRanOut) {
      return idle(state);
    }
    return switch (state) {
      case State.Attract _ -> attract(state, event);
      case State.Home _ -> home(state, event);
      case State.Told told -> told(told, event);
      case State.AwaitingCard waiting -> awaitingCard(waiting, event);
      case State.ConfirmingIdentity confirming -> confirmingIdentity(confirming, event);
      case State.AskingConsent asking -> askingConsent(asking, event);
      case State.Prefilling prefilling -> prefilling(prefilling, event);
      case State.FillingForm form -> fillingForm(form, event);
      case State.FetchingMaterials fetching -> fetchingMaterials(fetching, event);
      case State.ShowingMaterials showing -> showingMaterials(showing, event);
      case State.Reviewing reviewing -> reviewing(reviewing, event);
      case State.Signing signing -> signing(signing, event);
      case State.Filing filing -> filing(filing, event);
      case State.NotFiled notFiled -> notFiled(notFiled, event);
      case State.Filed filed -> filed(filed, event);
      case State.Rating rating -> rating(rating, event);
      case State.Farewell _ -> farewell(state, event);
    };
  }

  private static Turn attract(State state, Event event) {
    return event instanceof Event.Touched
        ? Turn.to(new State.Home(), new Effect.BeginSession())
        : Turn.to(state);
  }

  private static Turn home(State state, Event event) {
    return switch (event) {
      case Event.MatterChosen(var matter) -> Turn.to(new State.Told(matter));
      case Event.WentBack _ -> leave(state, Ending.LEFT);
      default -> Turn.to(state);
    };
  }

  private static Turn told(State.Told state, Event event) {
    return switch (event) {
      case Event.Continued _ -> readCard(state.matter(), CardTrouble.NONE, 1);
      case Event.WentBack _ -> Turn.to(new State.Home());
      default -> Turn.to(state);
    };
  }

  private static Turn awaitingCard(State.AwaitingCard state, Event event) {
    return switch (event) {
      case Event.CardRead(var person, var expired) when !expired ->
          Turn.to(new State.ConfirmingIdentity(state.matter(), person));
      case Event.CardRead _ -> waitForResident(state, CardTrouble.EXPIRED);
      case Event.CardFailed(var trouble) -> cardFailed(state, trouble);
      case Event.ReaderReturned _ when state.trouble() == CardTrouble.READER_AWAY ->
          readCard(state.matter(), CardTrouble.NONE, 1);
      case Event.Continued _ when !isReading(state) ->
          readCard(state.matter(), CardTrouble.NONE, 1);
      case Event.WentBack _ -> Turn.to(new State.Told(state.matter()), new Effect.StopReading());
      default -> Turn.to(state);
    };
  }

  private static Turn cardFailed(State.AwaitingCard state, CardTrouble trouble) {
    return trouble != CardTrouble.READER_AWAY && state.attempts() < CARD_ATTEMPTS
        ? readCard(state.matter(), trouble, state.attempts() + 1)
        : waitForResident(state, trouble);
  }

  /// Whether the reader is at work; otherwise the resident has to say that they want to try again.
  public static boolean isReading(State.AwaitingCard state) {
    return state.attempts() > 0;
  }

  private static Turn readCard(Matter matter, CardTrouble trouble, int attempt) {
    return Turn.to(new State.AwaitingCard(matter, trouble, attempt), new Effect.ReadCard());
  }

  private static Turn waitForResident(State.AwaitingCard state, CardTrouble trouble) {
    return Turn.to(new State.AwaitingCard(state.matter(), trouble, 0));
  }

  private static Turn confirmingIdentity(State.ConfirmingIdentity state, Event event) {
    return switch (event) {
      case Event.Continued _ ->
          Turn.to(new State.AskingConsent(state.matter(), state.person(), Map.of()));
      case Event.WentBack _ -> Turn.to(new State.Told(state.matter()));
      default -> Turn.to(state);
    };
  }

  private static Turn askingConsent(State.AskingConsent state, Event event) {
    return switch (event) {
      case Event.Consented(var at) -> {
        var answers = new HashMap<>(FormPages.fromCard(state.matter(), state.person()));
        answers.putAll(state.answers());
        var situation = state.matter().situationsHere().getFirst();
        var draft = new Draft(state.matter(), situation, state.person(), at, answers, List.of());
        yield Turn.to(new State.Prefilling(draft), new Effect.Prefill(draft));
      }
      case Event.Declined _ -> leave(state, Ending.DECLINED);
      case Event.WentBack _ ->
          Turn.to(new State.ConfirmingIdentity(state.matter(), state.person()));
      default -> Turn.to(state);
    };
  }

  private static Turn prefilling(State.Prefilling state, Event event) {
    if (!(event instanceof Event.Prefilled(var known))) {
      return Turn.to(state);
    }
    Draft draft = state.draft().withKnown(known);
    return toPageOr(FormPages.first(draft), draft, () -> fetchMaterials(draft));
  }

  private static Turn fillingForm(State.FillingForm state, Event event) {
    return switch (event) {
      case Event.Answered(var field, var value) ->
          Turn.to(
              new State.FillingForm(
                  state.draft().withAnswer(field, value),
                  state.page(),
                  state.errors().without(field)));
      case Event.Continued _ -> leavePage(state);
      case Event.WentBack _ ->
          toPageOr(
              FormPages.before(state.draft(), state.page()),
              state.draft(),
              () -> backToConsent(state.draft()));
      default -> Turn.to(state);
    };
  }

  private static Turn leavePage(State.FillingForm state) {
    FieldErrors errors = FormPages.errors(state.draft(), state.page());
    if (!errors.byField().isEmpty()) {
      return Turn.to(new State.FillingForm(state.draft(), state.page(), errors));
    }
    return toPageOr(
        FormPages.after(state.draft(), state.page()),
        state.draft(),
        () -> fetchMaterials(state.draft()));
  }

  private static Turn toPageOr(OptionalInt page, Draft draft, Supplier<Turn> otherwise) {
    return page.isPresent()
        ? Turn.to(new State.FillingForm(draft, page.getAsInt(), FieldErrors.NONE))
        : otherwise.get();
  }

  private static Turn backToConsent(Draft draft) {
    return Turn.to(new State.AskingConsent(draft.matter(), draft.person(), draft.answers()));
  }

  private static Turn fetchMaterials(Draft draft) {
    return Turn.to(new State.FetchingMaterials(draft), new Effect.FetchMaterials(draft));
  }

  private static Turn fetchingMaterials(State.FetchingMaterials state, Event event) {
    return event instanceof Event.MaterialsFetched(var materials)
        ? Turn.to(new State.ShowingMaterials(state.draft().withMaterials(materials)))
        : Turn.to(state);
  }

  private static Turn showingMaterials(State.ShowingMaterials state, Event event) {
    return switch (event) {
      case Event.Continued _ when state.draft().mayBeFiled() -> review(state.draft());
      case Event.WentBack _ ->
          toPageOr(
              FormPages.last(state.draft()), state.draft(), () -> backToConsent(state.draft()));
      default -> Turn.to(state);
    };
  }

  private static Turn review(Draft draft) {
    return Turn.to(
        new State.Reviewing(draft, new Precheck.Running()), new Effect.CheckBeforehand(draft));
  }

  private static Turn reviewing(State.Reviewing state, Event event) {
    return switch (event) {
      case Event.Prechecked(var precheck) -> Turn.to(new State.Reviewing(state.draft(), precheck));
      case Event.Continued _ when mayBeSigned(state.precheck()) ->
          Turn.to(new State.Signing(state.draft()));
      case Event.EditAsked(var page) when FormPages.applies(state.draft(), page) ->
          Turn.to(new State.FillingForm(state.draft(), page, FieldErrors.NONE));
      case Event.WentBack _ -> Turn.to(new State.ShowingMaterials(state.draft()));
      default -> Turn.to(state);
    };
  }

  private static boolean mayBeSigned(Precheck precheck) {
    return switch (precheck) {
      case Precheck.Passed _, Precheck.Later _ -> true;
      case Precheck.Running _, Precheck.Found _ -> false;
    };
  }

  private static Turn signing(State.Signing state, Event event) {
    return switch (event) {
      case Event.Signed(var signature) ->
          Turn.to(new State.Filing(state.draft()), new Effect.File(state.draft(), signature));
      case Event.WentBack _ -> review(state.draft());
      default -> Turn.to(state);
    };
  }

  private static Turn filing(State.Filing state, Event event) {
    return switch (event) {
      case Event.Stored(var acknowledgement) -> {
        var kept = kept(state.draft(), acknowledgement);
        yield Turn.to(new State.Filed(kept, new Printing.Running()), new Effect.Print(kept));
      }
      case Event.FilingFailed(var code) -> Turn.to(new State.NotFiled(state.draft(), code));
      default -> Turn.to(state);
    };
  }

  private static State.Filed.Kept kept(Draft draft, Acknowledgement acknowledgement) {
    return new State.Filed.Kept(
        draft.matter(),
        draft.situation(),
        draft.person().maskedName(),
        draft.materials().stream().map(HeldMaterial::name).toList(),
        acknowledgement);
  }

  private static Turn notFiled(State.NotFiled state, Event event) {
    return switch (event) {
      case Event.Continued _ -> Turn.to(new State.Signing(state.draft()));
      case Event.WentBack _ -> review(state.draft());
      default -> Turn.to(state);
    };
  }

  private static Turn filed(State.Filed state, Event event) {
    return switch (event) {
      case Event.PrintEnded(var printing) -> Turn.to(new State.Filed(state.kept(), printing));
      case Event.PrintAsked _ when state.printing() instanceof Printing.Refused ->
          Turn.to(
              new State.Filed(state.kept(), new Printing.Running()),
              new Effect.Print(state.kept()));
      case Event.Continued _ when !(state.printing() instanceof Printing.Running) ->
          Turn.to(new State.Rating(state.kept().acknowledgement(), 0, false));
      default -> Turn.to(state);
    };
  }

  private static Turn rating(State.Rating state, Event event) {
    return switch (event) {
      case Event.LevelChosen(var level) when level >= 1 && level <= 5 ->
          Turn.to(new State.Rating(state.acknowledgement(), level, false));
      case Event.Rated(var reasons)
          when state.level() > 0 && state.level() <= WORST_LEVELS && reasons.isEmpty() ->
          Turn.to(new State.Rating(state.acknowledgement(), state.level(), true));
      case Event.Rated(var reasons) when state.level() > 0 ->
          Turn.to(
              new State.Farewell(),
              new Effect.Rate(state.acknowledgement(), state.level(), reasons),
              new Effect.EndSession(Ending.DONE));
      case Event.Continued _ -> Turn.to(new State.Farewell(), new Effect.EndSession(Ending.DONE));
      default -> Turn.to(state);
    };
  }

  private static Turn farewell(State state, Event event) {
    return event instanceof Event.Continued || event instanceof Event.Touched
        ? Turn.to(new State.Attract())
        : Turn.to(state);
  }

  /// The resident, or nobody any more, ends here.
  private static Turn leave(State state, Ending how) {
    return switch (state) {
      case State.Attract _, State.Farewell _ -> Turn.to(new State.Attract());
      case State.Home _, State.Told _ -> Turn.to(new State.Attract(), new Effect.EndSession(how));
      // What is being filed cannot be called back any more: the resident must learn how it ended.
      case State.Filing _ -> Turn.to(state);
      case State.AwaitingCard _ ->
          Turn.to(new State.Farewell(), new Effect.StopReading(), new Effect.EndSession(how));
      case State.ConfirmingIdentity _,
          State.AskingConsent _,
          State.Prefilling _,
          State.FillingForm _,
          State.FetchingMaterials _,
          State.ShowingMaterials _,
          State.Reviewing _,
          State.Signing _,
          State.NotFiled _ ->
          Turn.to(new State.Farewell(), new Effect.EndSession(how));
      case State.Filed _, State.Rating _ -> // what they came for is done
          Turn.to(new State.Farewell(), new Effect.EndSession(Ending.DONE));
    };
  }

  private static Turn idle(State state) {
    return switch (state.idle()) {
      // Nobody is there, or the work has limits of its own.
      case NOBODY, WORKING -> Turn.to(state);
      case NOT_SIGNED_IN, SIGNED_IN, DEVICE, PAPER, FAREWELL -> leave(state, Ending.IDLE);
    };
  }
}
