package org.jiujin.kiosk.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.JourneyPort;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.CountsDown;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.TerminalPort;
import org.jiujin.kiosk.screen.kit.CountdownRing;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.Sheet;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;
import org.jiujin.kiosk.voice.VoicePrompt;
import org.jspecify.annotations.Nullable;

/// The kiosk's face: draws the journey's state, feeds it touches and idle limits, and keeps nothing when it is over.
///
/// FX thread only, except [#screenName()]. [#close()] stops the clock and the watching.
public final class KioskShell implements AutoCloseable {
  /// The size of the panel that everything is drawn for.
  public static final double WIDTH = 1080;

  /// See [#WIDTH].
  public static final double HEIGHT = 1920;

  private static final javafx.util.Duration TICK = javafx.util.Duration.millis(500);

  /// What the shell is made of.
  ///
  /// @param matters in the order of the home screen
  /// @param limits asked with every state
  /// @param zone of the clock in the header
  public record Parts(
      JourneyPort journey,
      TerminalPort terminal,
      List<Matter> matters,
      Theme theme,
      Supplier<IdleLimits> limits,
      VoicePrompt voice,
      InstantSource time,
      ZoneId zone) {}

  private final Parts parts;
  private final Navigator navigator;
  private final StackPane root = new StackPane();
  private final BorderPane page = new BorderPane();
  private final StackPane notices = new StackPane();
  private final OperatorLayer operator = new OperatorLayer();
  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final DateTimeFormatter clockFormat;
  private final IdleWatch idle = new IdleWatch();
  private final TouchGuard guard;
  private final CountdownRing idleRing = new CountdownRing();
  private final Timeline ticks = new Timeline(new KeyFrame(TICK, _ -> tick()));
  private final List<Runnable> stops;
  private Skin skin = Skin.STANDARD;
  private Setting setting;
  private volatile String screenName = "";
  private Navigator.@Nullable Opened<?> shown;
  private @Nullable Sheet warning;
  private boolean ignoringTouch;

  public KioskShell(Parts parts) {
    this.parts = parts;
    clockFormat = DateTimeFormatter.ofPattern("HH:mm").withZone(parts.zone());
    guard = new TouchGuard(parts.theme().pixelsPerMillimetre());
    navigator =
        new Navigator(parts.terminal(), parts.matters(), parts.time(), parts.journey()::send);
    setting = setting();
    root.setMinSize(WIDTH, HEIGHT);
    root.setPrefSize(WIDTH, HEIGHT);
    root.setMaxSize(WIDTH, HEIGHT);
    root.getStyleClass().setAll("kiosk");
    notices.setPickOnBounds(false);
    root.getChildren().setAll(page, notices, operator.root());
    root.addEventFilter(MouseEvent.ANY, this::touch);
    parts.theme().apply(root, skin);
    stops =
        List.of(
            parts.journey().watch(this::show),
            parts.terminal().watchDevices(now -> Platform.runLater(() -> navigator.devices(now))));
    show(parts.journey().state());
    ticks.setCycleCount(Animation.INDEFINITE);
    ticks.play();
  }

  /// The nodes, 1080 × 1920, for a window or a picture.
  public StackPane root() {
    return root;
  }

  /// The screen that is shown: `attract`, `home`, `told`, `card` …; any thread.
  public String screenName() {
    return screenName;
  }

  /// The skin at hand.
  public Skin skin() {
    return skin;
  }

  /// Whether nobody is being served: nothing on the screen is of a resident.
  public boolean attracts() {
    return parts.journey().state() instanceof State.Attract;
  }

  /// What the terminal says of itself is different now: the attract screen is drawn anew; any other keeps what it has shown.
  public void refresh() {
    if (attracts()) {
      navigator.drop();
      show(parts.journey().state());
    }
  }

  /// Shows 暂停服务 as soon as nobody is being served, until it is taken back.
  public void outOfService(boolean wanted) {
    operator.close(wanted, parts.journey().state());
  }

  /// Shows what it takes to register the terminal as soon as nobody is being served, until it is taken back.
  public void claim(LocalMessage.Claim claim) {
    operator.claim(claim, parts.journey().state());
  }

  /// Shows a message of the operator over whatever is on the screen.
  ///
  /// @param text plain words, as they are
  public void announce(String text, Duration howLong) {
    operator.tell(text, parts.time().instant().plus(howLong), setting);
    parts.voice().say(text);
  }

  @Override
  public void close() {
    ticks.stop();
    stops.forEach(Runnable::run);
  }

  private void show(State state) {
    Navigator.@Nullable Opened<?> before = shown;
    if (state instanceof State.Attract && before != null && !before.name().equals("attract")) {
      forgetVisit();
    }
    Navigator.Opened<?> now = navigator.show(state, setting);
    shown = now;
    if (!now.equals(before)) {
      screenName = now.name();
      page.setCenter(now.screen().root());
      page.setTop(header(state));
      closeNotices();
      parts.voice().say(now.screen().spoken());
    }
    operator.look(state);
    idle.begin(parts.limits().get().of(state.idle(), skin), parts.time().instant());
    tick();
  }

  /// The next resident begins with the standard skin and silence.
  private void forgetVisit() {
    parts.voice().silence();
    if (skin != Skin.STANDARD) {
      dress(Skin.STANDARD);
    }
  }

  private @Nullable Header header(State state) {
    return state instanceof State.Attract
        ? null
        : new Header(setting, parts.terminal().placeName(), clock, exit(state));
  }

  private Optional<Header.Exit> exit(State state) {
    return switch (state.idle()) {
      case NOBODY, WORKING, FAREWELL -> Optional.empty();
      case NOT_SIGNED_IN, DEVICE ->
          Optional.of(new Header.Exit("header.home", Icon.Shape.HOME, this::end));
      case PAPER -> Optional.of(new Header.Exit("header.end", Icon.Shape.END, this::end));
      case SIGNED_IN -> Optional.of(new Header.Exit("header.end", Icon.Shape.END, this::askToEnd));
    };
  }

  private void end() {
    parts.journey().send(new Event.Ended());
  }

  private void askToEnd() {
    notices.getChildren().setAll(Notices.end(setting, this::closeNotices, this::end));
  }

  private void callHelp() {
    notices.getChildren().setAll(Notices.help(setting, parts.terminal(), this::closeNotices));
    parts.voice().say(setting.text("voice.help"));
  }

  private void closeNotices() {
    notices.getChildren().clear();
    warning = null;
  }

  void switchSkin() {
    dress(skin.other());
    navigator.drop();
    show(parts.journey().state());
  }

  private void dress(Skin next) {
    skin = next;
    setting = setting();
    parts.theme().apply(root, skin);
  }

  private Setting setting() {
    return new Setting(
        Texts.chinese(skin),
        skin,
        parts.theme().pixelsPerMillimetre(),
        parts.zone(),
        this::callHelp,
        this::switchSkin);
  }

  /// Every touch is seen here first.
  private void touch(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      Duration window = skin == Skin.ELDER ? TouchGuard.ELDER : TouchGuard.STANDARD;
      Point2D where = root.sceneToLocal(event.getSceneX(), event.getSceneY());
      ignoringTouch = !guard.takes(where, parts.time().instant(), window);
      parts.voice().silence();
      idle.touched(parts.time().instant());
    }
    if (ignoringTouch) {
      event.consume();
    }
  }

  /// Moves clock and idle limits on. Called by the shell itself twice a second.
  void tick() {
    clock.set(clockFormat.format(parts.time().instant()));
    operator.tick(parts.time().instant());
    switch (idle.at(parts.time().instant())) {
      case IdleWatch.Verdict.Calm _ -> takeWarningAway();
      case IdleWatch.Verdict.Counting(var left, var whole, var warn) -> count(left, whole, warn);
      case IdleWatch.Verdict.RunOut _ -> parts.journey().send(new Event.IdleRanOut());
    }
  }

  private void count(Duration left, Duration whole, boolean warn) {
    if (!warn) {
      Navigator.@Nullable Opened<?> now = shown;
      if (now != null && now.screen() instanceof CountsDown screen) {
        screen.countdown(left, whole);
      }
      return;
    }
    idleRing.show(left.toSeconds() + 1, whole.toSeconds());
    if (warning == null) {
      Sheet sheet = Notices.idle(setting, idleRing, this::takeWarningAway, this::end);
      warning = sheet;
      notices.getChildren().add(sheet);
      parts.voice().say(setting.text("voice.idle"));
    }
  }

  private void takeWarningAway() {
    if (warning != null) {
      notices.getChildren().remove(warning);
      warning = null;
    }
  }
}
