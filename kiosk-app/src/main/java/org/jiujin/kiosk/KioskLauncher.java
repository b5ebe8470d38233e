package org.jiujin.kiosk;

import java.util.List;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the app. A class of its own because JavaFX refuses to start an [Application] straight from the class path.
public final class KioskLauncher {
  static final int WRONG_COMMAND_LINE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(KioskLauncher.class);

  private KioskLauncher() {}

  /// Runs until the app ends, then ends the process.
  ///
  /// @param arguments as [KioskSettings] describes them, or [SafeScreenApplication#ARGUMENT] and `--kiosk.home=FOLDER`
  public static void main(String[] arguments) {
    if (List.of(arguments).contains(SafeScreenApplication.ARGUMENT)) {
      Application.launch(SafeScreenApplication.class, arguments);
      return;
    }
    try {
      KioskSettings.of(arguments);
    } catch (IllegalArgumentException e) {
      LOG.error("{}", e.getMessage());
      System.exit(WRONG_COMMAND_LINE);
    }
    Application.launch(KioskApplication.class, arguments);
    System.exit(KioskApplication.exitCode());
  }
}
