package org.jiujin.kiosk.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.TerminalPort;
import org.jiujin.kiosk.screen.attract.AttractModel;
import org.jiujin.kiosk.screen.attract.AttractView;
import org.jiujin.kiosk.screen.card.CardModel;
import org.jiujin.kiosk.screen.card.CardView;
import org.jiujin.kiosk.screen.consent.ConsentModel;
import org.jiujin.kiosk.screen.consent.ConsentView;
import org.jiujin.kiosk.screen.farewell.FarewellModel;
import org.jiujin.kiosk.screen.farewell.FarewellView;
import org.jiujin.kiosk.screen.filed.FiledModel;
import org.jiujin.kiosk.screen.filed.FiledView;
import org.jiujin.kiosk.screen.filing.Work;
import org.jiujin.kiosk.screen.filing.WorkView;
import org.jiujin.kiosk.screen.form.FormModel;
import org.jiujin.kiosk.screen.form.FormView;
import org.jiujin.kiosk.screen.home.HomeModel;
import org.jiujin.kiosk.screen.home.HomeView;
import org.jiujin.kiosk.screen.identity.IdentityModel;
import org.jiujin.kiosk.screen.identity.IdentityView;
import org.jiujin.kiosk.screen.materials.MaterialsModel;
import org.jiujin.kiosk.screen.materials.MaterialsView;
import org.jiujin.kiosk.screen.problem.ProblemModel;
import org.jiujin.kiosk.screen.problem.ProblemView;
import org.jiujin.kiosk.screen.rating.RatingModel;
import org.jiujin.kiosk.screen.rating.RatingView;
import org.jiujin.kiosk.screen.signature.SignatureModel;
import org.jiujin.kiosk.screen.signature.SignatureView;
import org.jiujin.kiosk.screen.summary.SummaryModel;
import org.jiujin.kiosk.screen.summary.SummaryView;
import org.jiujin.kiosk.screen.told.ToldModel;
import org.jiujin.kiosk.screen.told.ToldView;
import org.jspecify.annotations.Nullable;

/// Which screen draws which state. A state of the screen at hand is handed to it; any other opens a new screen, and the
/// old one with its view model, and whatever personal data it held, is dropped.
final class Navigator {
  private final TerminalPort terminal;
  private final List<Matter> matters;
  private final InstantSource time;
  private final Consumer<Event> journey;
  private @Nullable Opened<?> opened;
  private Consumer<TerminalPort.Availability> devices = _ -> {};

  Navigator(
      TerminalPort terminal, List<Matter> matters, InstantSource time, Consumer<Event> journey) {
    this.terminal = terminal;
    this.matters = matters;
    this.time = time;
    this.journey = journey;
  }

  /// The screen at hand.
  ///
  /// @param name `home`, `card` …, stable
  record Opened<S extends State>(String name, Class<S> type, Screen<S> screen) {
    void show(State state) {
      screen.show(type.cast(state));
    }
  }

  /// The screen for a state: the one at hand if it is the right one.
  Opened<?> show(State state, Setting setting) {
    Opened<?> now = opened;
    if (now != null && now.name().equals(name(state))) {
      now.show(state);
      return now;
    }
    devices = _ -> {};
    Opened<?> next = open(state, setting);
    opened = next;
    return next;
  }

  /// Forgets the screen at hand, so that the next state opens a new one.
  void drop() {
    opened = null;
  }

  /// Tells the screen at hand of a change of the devices.
  void devices(TerminalPort.Availability now) {
    devices.accept(now);
  }

  /// The name of a state's screen.
  static String name(State state) {
    return switch (state) {
      case State.Attract _ -> "attract";
      case State.Home _ -> "home";
      case State.Told _ -> "told";
      case State.AwaitingCard _ -> "card";
      case State.ConfirmingIdentity _ -> "identity";
      case State.AskingConsent _ -> "consent";
      case State.Prefilling _ -> "prefilling";
      case State.FillingForm _ -> "form";
      case State.FetchingMaterials _ -> "fetching";
      case State.ShowingMaterials _ -> "materials";
      case State.Reviewing _ -> "summary";
      case State.Signing _ -> "signature";
      case State.Filing _ -> "filing";
      case State.NotFiled _ -> "problem";
      case State.Filed _ -> "filed";
      case State.Rating _ -> "rating";
      case State.Farewell _ -> "farewell";
    };
  }

  private Opened<?> open(State state, Setting to) {
    return switch (state) {
      case State.Attract s ->
          opened(s, () -> new AttractView(to, new AttractModel(s, journey), terminal.placeName()));
      case State.Home s -> opened(s, () -> home(s, to));
      case State.Told s -> opened(s, () -> new ToldView(to, new ToldModel(s, journey)));
      case State.AwaitingCard s -> opened(s, () -> new CardView(to, new CardModel(s, journey)));
      case State.ConfirmingIdentity s ->
          opened(s, () -> new IdentityView(to, new IdentityModel(s, journey)));
      case State.AskingConsent s ->
          opened(s, () -> new ConsentView(to, new ConsentModel(s, journey, time)));
      case State.Prefilling s -> opened(s, () -> new WorkView<>(to, Work.PREFILLING, s));
      case State.FillingForm s -> opened(s, () -> new FormView(to, new FormModel(s, journey)));
      case State.FetchingMaterials s -> opened(s, () -> new WorkView<>(to, Work.FETCHING, s));
      case State.ShowingMaterials s ->
          opened(s, () -> new MaterialsView(to, new MaterialsModel(s, journey)));
      case State.Reviewing s -> opened(s, () -> new SummaryView(to, new SummaryModel(s, journey)));
      case State.Signing s ->
          opened(s, () -> new SignatureView(to, new SignatureModel(s, journey)));
      case State.Filing s -> opened(s, () -> new WorkView<>(to, Work.FILING, s));
      case State.NotFiled s -> opened(s, () -> new ProblemView(to, new ProblemModel(s, journey)));
      case State.Filed s -> opened(s, () -> new FiledView(to, new FiledModel(s, journey)));
      case State.Rating s -> opened(s, () -> new RatingView(to, new RatingModel(s, journey)));
      case State.Farewell s -> opened(s, () -> new FarewellView(to, new FarewellModel(s, journey)));
    };
  }

  private HomeView home(State.Home state, Setting setting) {
    var model = new HomeModel(state, journey, matters, terminal.availability());
    devices = model::devices;
    return new HomeView(setting, model);
  }

  @SuppressWarnings("unchecked") // the class of a record is exactly its type
  private static <S extends State> Opened<S> opened(S state, Supplier<Screen<S>> screen) {
    return new Opened<>(name(state), (Class<S>) state.getClass(), screen.get());
  }
}
