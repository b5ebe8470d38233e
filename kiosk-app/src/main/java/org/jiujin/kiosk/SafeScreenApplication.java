package org.jiujin.kiosk;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.jiujin.kiosk.screen.kit.Skin;
import org.jiujin.kiosk.shell.KioskWindow;
import org.jiujin.kiosk.shell.SafeScreen;
import org.jiujin.kiosk.shell.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `--safe-screen`: shows [SafeScreen] until the process is ended. Started by the agent when the app failed too often, so it
/// opens no device, no store and no network, and does without the looks where they cannot be read.
public final class SafeScreenApplication extends Application {
  static final String ARGUMENT = "--safe-screen";

  private static final Logger LOG = LoggerFactory.getLogger(SafeScreenApplication.class);

  @Override
  public void start(Stage stage) {
    Parent page = SafeScreen.page();
    String home = getParameters().getNamed().getOrDefault("kiosk.home", ".");
    try {
      Theme.load(Path.of(home).resolve("config"), SafeScreen.pixelsPerMillimetre())
          .apply(page, Skin.STANDARD);
    } catch (UncheckedIOException e) {
      LOG.warn("The safe screen is shown without its looks", e);
    }
    KioskWindow.show(stage, page);
    LOG.info("The safe screen is shown");
  }
}
