package org.jiujin.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jiujin.config.ConfigRefusedException;
import org.jiujin.kiosk.application.ApplicationOutbox;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.catalogue.Catalogue;
import org.jiujin.kiosk.mirror.Mirror;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.screen.kit.Texts;
import org.jiujin.kiosk.session.Visit;
import org.jiujin.kiosk.shell.IdleLimits;
import org.jiujin.kiosk.shell.KioskShell;
import org.jiujin.kiosk.shell.KioskWindow;
import org.jiujin.kiosk.shell.Theme;
import org.jiujin.kiosk.terminal.Counters;
import org.jiujin.kiosk.terminal.ProfileInForce;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.jiujin.kiosk.terminal.TerminalReport;
import org.jiujin.kiosk.voice.KeptVoicePrompt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The app on the toolkit: paints first, then opens everything behind the screen, then lets the resident in.
public final class KioskApplication extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(KioskApplication.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int CANNOT_START = 3;
  private static volatile int exitCode;

  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

  /// Everything that is open while the app runs.
  private record Running(
      ConfigurableApplicationContext context,
      KioskShell shell,
      @Nullable Mirror mirror,
      @Nullable AgentReporting reporting) {}

  static int exitCode() {
    return exitCode;
  }

  @Override
  public void start(Stage starting) {
    KioskSettings settings = KioskSettings.of(getParameters().getRaw().toArray(String[]::new));
    TerminalProfile profile;
    Catalogue catalogue;
    try {
      profile = TerminalProfile.load(settings.home(), settings.profile()).orThrow();
      catalogue = Catalogue.load(settings.catalogue()).orThrow();
    } catch (ConfigRefusedException e) {
      LOG.error("{}", e.getMessage());
      exitWith(CANNOT_START);
      return;
    }
    Theme theme = Theme.load(settings.theme(), profile.panel().pxPerMm());
    Thread.setDefaultUncaughtExceptionHandler(this::mistake);
    Platform.setImplicitExit(false);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kiosk-shutdown"));
    KioskWindow.show(starting, startingPage(theme));
    Thread.ofPlatform()
        .name("kiosk-start")
        .daemon()
        .start(() -> open(starting, settings, profile, catalogue, theme));
  }

  private static StackPane startingPage(Theme theme) {
    var words = new Label(Texts.chinese(Skin.STANDARD).text("start.wait"));
    words.getStyleClass().setAll("title");
    var page = new StackPane(words);
    page.getStyleClass().setAll("kiosk");
    page.setPrefSize(KioskShell.WIDTH, KioskShell.HEIGHT);
    theme.apply(page, Skin.STANDARD);
    return page;
  }

  /// On the starting thread: opening devices, store and platform takes a second or two.
  private void open(
      Stage starting,
      KioskSettings settings,
      TerminalProfile profile,
      Catalogue catalogue,
      Theme theme) {
    try {
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(KioskConfiguration.class)
              .web(WebApplicationType.NONE)
              .bannerMode(Banner.Mode.OFF)
              .registerShutdownHook(false)
              .initializers(fresh -> {
                fresh.getBeanFactory().registerSingleton("settings", settings);
                fresh.getBeanFactory().registerSingleton("profile", profile);
                fresh.getBeanFactory().registerSingleton("catalogue", catalogue);
              })
              .run();
      Platform.runLater(() -> letIn(starting, context, settings, theme));
    } catch (RuntimeException e) { // whatever stops the start must reach the log and the agent
      LOG.error("The app cannot start", e);
      exitWith(CANNOT_START);
    }
  }

  private void letIn(
      Stage starting, ConfigurableApplicationContext context, KioskSettings settings, Theme theme) {
    var profile = context.getBean(ProfileInForce.class);
    var shell =
        new KioskShell(
            new KioskShell.Parts(
                context.getBean(Visit.class),
                context.getBean(TerminalFace.class),
                context.getBean(Catalogue.class).matters(),
                theme,
                () -> IdleLimits.of(profile.get().idle()),
                new KeptVoicePrompt(),
                context.getBean(InstantSource.class),
                CHINA));
    KioskWindow.show(new Stage(), shell.root());
    starting.close();
    Mirror mirror = mirror(shell, settings);
    AgentReporting reporting = reporting(context, settings, shell);
    running.set(new Running(context, shell, mirror, reporting));
    LOG.info("Ready");
  }

  private static @Nullable Mirror mirror(KioskShell shell, KioskSettings settings) {
    if (settings.mirrorPort() == 0) {
      return null;
    }
    try {
      return Mirror.start(
          settings.mirrorPort(), new Mirror.Source(shell.root(), shell::screenName, () -> true));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The live screen cannot be served on port " + settings.mirrorPort(), e);
    }
  }

  private static @Nullable AgentReporting reporting(
      ConfigurableApplicationContext context, KioskSettings settings, KioskShell shell) {
    return settings.agentSocket() == null
        ? null
        : AgentReporting.start(
            settings.agentSocket(),
            context.getBean(TerminalReport.class),
            context.getBean(TerminalDevices.class),
            context.getBean(Counters.class),
            context.getBean(Visit.class),
            context.getBean(ApplicationOutbox.class),
            context.getBean(AuditTrail.class),
            new TerminalOrders(
                shell,
                context.getBean(TerminalDevices.class),
                new TerminalSettings(
                    context.getBean(ProfileInForce.class),
                    context.getBean(Visit.class),
                    Platform::runLater,
                    shell::refresh)),
            Platform::exit);
  }

  private static void exitWith(int code) {
    exitCode = code;
    Platform.exit();
  }

  /// The FX thread's edge: a mistake in one screen is logged once and must not end the others; before the resident was
  /// let in it ends the start.
  private void mistake(Thread thread, Throwable mistake) {
    LOG.error("A programming error reached the top of {}", thread.getName(), mistake);
    if (running.get() == null) {
      exitWith(CANNOT_START);
    }
  }

  @Override
  public void stop() {
    close();
  }

  private void close() {
    Running last = running.getAndSet(null);
    if (last == null) {
      return;
    }
    if (last.reporting() != null) {
      last.reporting().close();
    }
    if (last.mirror() != null) {
      last.mirror().close();
    }
    last.context().close();
    LOG.info("Stopped");
  }
}
